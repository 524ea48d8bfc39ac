import type { Key } from '@waggle/protocol';
import type { ProcessDefinitionNames } from './process-definitions.ts';
import type { RowChanges } from './row-changes.ts';

/** The writing end of a database. Several partitions share one; its calls never overlap. */
export interface StoreWriter {
  /** Up to where each partition's records are in the database, by partition. */
  exportedPositions(): ReadonlyMap<number, number> | Promise<ReadonlyMap<number, number>>;
  /** Names of all process definitions by key, for {@link ProcessDefinitions}. */
  processDefinitionNames():
    | Iterable<readonly [Key, ProcessDefinitionNames]>
    | Promise<Iterable<readonly [Key, ProcessDefinitionNames]>>;
  /** Writes changes and the positions they bring the database to in one transaction. @throws nothing of it was written. */
  commit(changes: RowChanges, positions: ReadonlyMap<number, number>): void | Promise<void>;
  /** Makes everything committed survive a power failure, so that logs may let go of it. */
  makeDurable(): void | Promise<void>;
  close(): void | Promise<void>;
}
