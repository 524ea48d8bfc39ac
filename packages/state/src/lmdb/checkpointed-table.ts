import type { StateEntry } from '@waggle/engine';
import type { NamedTable } from '../table-registry.ts';
import type { DiskWriter } from './disk.ts';
import type { StoredExtent } from './disk-extent.ts';

/**
 * What a checkpoint does with a table, in this order: `freeze`, `writeFrozen`, then `settle` or `thaw`.
 * The generators do a little work between two `yield`s; the table is read and changed meanwhile.
 */
export interface CheckpointedTable extends NamedTable {
  /** Number of the table on disk. */
  readonly id: number;
  /** Rows changed since the last checkpoint, about. */
  readonly dirtyCount: number;
  /** Sets aside what changed, to be written; later changes are kept apart. */
  freeze(): void;
  writeFrozen(writer: DiskWriter): Generator<void>;
  /** What the table will have on disk once what was written is committed. */
  nextExtent(): StoredExtent;
  /** What was frozen is on disk: moves it to the cache. */
  settle(): Generator<void>;
  /** What was frozen is not on disk: takes it back. */
  thaw(): void;
  dump(): Iterable<StateEntry>;
}

/** Rows worked on between two `yield`s: some 100 µs. */
export const ROWS_PER_STEP = 64;
