/**
 * Secrets as files of a folder, as Kubernetes and Docker mount them: the file's name is the secret's, its text the value.
 *
 * 1. Files are read when they are asked for, so a changed secret counts at once and none stays in memory.
 * 2. Names hold neither dots nor slashes, so nothing outside the folder is read, unless a link in it leads there.
 */
import { type FileHandle, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { secretReference } from './secret-reference.ts';
import type { SecretReading, SecretStore } from './secret-store.ts';

/** Keys and certificates are some kilobytes; Kubernetes takes no larger ones. */
const VALUE_BYTES_MAX = 1024 * 1024;

export class FolderSecretStore implements SecretStore {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async read(name: string): Promise<SecretReading> {
    let file: FileHandle | undefined;
    try {
      file = await open(join(this.#folder, name));
      return await readValue(file);
    } catch (error) {
      return codeOf(error) === 'ENOENT' ? { kind: 'absent' } : { kind: 'unreadable', reason: codeOf(error) };
    } finally {
      await file?.close();
    }
  }

  async names(): Promise<readonly string[]> {
    const names = await readdir(this.#folder);
    return names.filter((name) => secretReference(name) !== undefined).sort();
  }
}

async function readValue(file: FileHandle): Promise<SecretReading> {
  const { size } = await file.stat();
  if (size > VALUE_BYTES_MAX) return { kind: 'unreadable', reason: `it has more than ${VALUE_BYTES_MAX} bytes` };
  const text = await file.readFile('utf8');
  // Editors end files with a line break that is no part of the secret.
  return { kind: 'value', value: text.replace(/\r?\n$/, '') };
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'it cannot be read';
}
