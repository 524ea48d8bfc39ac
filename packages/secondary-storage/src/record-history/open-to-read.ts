import { closeSync, fstatSync, openSync } from 'node:fs';

/** @returns what `read` does; `undefined` when the file is gone, as retention removes files whenever it likes. */
export function openToRead<Result>(path: string, read: (file: number) => Result): Result | undefined {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    return read(file);
  } finally {
    closeSync(file);
  }
}

export function fileBytesOf(file: number): number {
  return fstatSync(file).size;
}
