/**
 * What an exporter remembers about a partition: how far it is, and how many records of each value type it has written. Both
 * together, so that a record that is written again after a crash gets the number it had.
 */
import { closeSync, fdatasyncSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { ExporterArgumentError } from './errors.ts';

export interface PartitionExportState {
  /** Everything up to here is written. */
  readonly position: number;
  /** By value type. */
  readonly written: Readonly<Record<string, number>>;
}

export type ExportState = ReadonlyMap<number, PartitionExportState>;

const FORMAT = 1;

/** Where the state survives. */
export interface ExportStateStore {
  read(): ExportState;
  /** Durable when it returns; a crash leaves what was there or what comes. */
  write(state: ExportState): void;
}

/** For servers that keep nothing: their logs begin anew, too. */
export const noExportStateStore: ExportStateStore = { read: () => new Map(), write: () => undefined };

export function exportStateFile(path: string): ExportStateStore {
  mkdirSync(dirname(path), { recursive: true });
  return {
    read() {
      let text: string;
      try {
        text = readFileSync(path, 'utf8');
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new Map();
        throw error;
      }
      return parsed(path, text);
    },
    write(state) {
      const partitions = [...state].map(([partitionId, { position, written }]) => ({ partitionId, position, written }));
      const temporary = `${path}.new`;
      const file = openSync(temporary, 'w');
      try {
        writeFileSync(file, JSON.stringify({ format: FORMAT, partitions }));
        fdatasyncSync(file);
      } finally {
        closeSync(file);
      }
      renameSync(temporary, path);
    },
  };
}

function parsed(path: string, text: string): ExportState {
  const { format, partitions } = JSON.parse(text) as {
    readonly format: unknown;
    readonly partitions: readonly (PartitionExportState & { readonly partitionId: number })[];
  };
  if (format !== FORMAT || !Array.isArray(partitions)) {
    throw new ExporterArgumentError(
      `Expected ${path} to hold an exporter's positions in format ${FORMAT}, but it does not. Remove it to export everything again`,
    );
  }
  return new Map(partitions.map(({ partitionId, position, written }) => [partitionId, { position, written }]));
}
