import { mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { replaceFile } from './replace-file.ts';

/** Where an exporter's acknowledged position survives. */
export interface ExporterPositionStore {
  /** @returns `undefined` when nothing was stored. */
  read(): Promise<number | undefined>;
  /** Durable when resolved. */
  write(position: number): Promise<void>;
}

/** For brokers that keep nothing. */
export const noPositionStore: ExporterPositionStore = { read: async () => undefined, write: async () => undefined };

/** A file that is replaced as a whole, so a crash leaves the old position or the new one. */
export function exporterPositionFile(path: string): ExporterPositionStore {
  return {
    async read() {
      const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return undefined;
        throw error;
      });
      if (text === undefined) return undefined;
      const { position } = JSON.parse(text) as { position: unknown };
      if (!Number.isSafeInteger(position)) {
        throw new Error(`Expected ${path} to hold a position, but it does not. Remove it to export everything again`);
      }
      return position as number;
    },
    async write(position) {
      await mkdir(dirname(path), { recursive: true });
      await replaceFile(path, JSON.stringify({ position }));
    },
  };
}
