import { DocumentError } from './errors.ts';

/** The code of a system's error: `ENOSPC`. */
export function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

export function folderUnavailable(cause: unknown): DocumentError {
  return new DocumentError(
    'UNAVAILABLE',
    `Expected the folder of documents to be readable and writable, but it is not: ${String(codeOf(cause) ?? cause)}`,
    { cause },
  );
}
