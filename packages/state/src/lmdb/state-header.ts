import type { CheckpointMetadata } from '@waggle/engine';
import { StateDamagedError, StateFormatError } from '../errors.ts';
import type { TableKind } from '../table-registry.ts';
import type { Disk, DiskWriter } from './disk.ts';
import type { StoredExtent } from './disk-extent.ts';

/** Grows when an older release could no longer read what this one writes. */
export const STATE_FORMAT = 1;

/** The table number of the header; tables begin behind it. */
export const HEADER_TABLE = 0;
const HEADER_KEY = 'header';

export interface StoredTable {
  readonly name: string;
  readonly kind: TableKind;
  readonly id: number;
  readonly extent: StoredExtent;
}

/** What a checkpoint says about itself and its tables, written in the same transaction as the rows. */
export interface StateHeader extends CheckpointMetadata {
  readonly format: number;
  readonly tables: readonly StoredTable[];
}

/**
 * @returns `undefined` when nothing was ever written.
 * @throws {StateFormatError} a newer release wrote it. {StateDamagedError} there are rows without a header.
 */
export function readStateHeader(disk: Disk): StateHeader | undefined {
  const header = disk.get(HEADER_TABLE, HEADER_KEY) as StateHeader | undefined;
  if (header === undefined) {
    if (disk.hasRows()) throw new StateDamagedError(disk.folder, 'there are rows, but no header');
    return undefined;
  }
  if (!(header.format >= 1)) throw new StateDamagedError(disk.folder, 'the header has no format');
  if (header.format > STATE_FORMAT) throw new StateFormatError(disk.folder, header.format, STATE_FORMAT);
  return header;
}

export function writeStateHeader(writer: DiskWriter, header: StateHeader): void {
  writer.put(HEADER_TABLE, HEADER_KEY, undefined, header);
}
