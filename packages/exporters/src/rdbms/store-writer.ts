import type { Key } from '@waggle/protocol';
import type { ProcessDefinitionNames } from './process-definitions.ts';
import type { RowChanges } from './row-changes.ts';
import type { StoreTransaction } from './store-transaction.ts';

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
  /** Runs an action in a transaction of its own. @throws what the action throws, or the database; nothing of it was written. */
  transact<Result>(action: (transaction: StoreTransaction) => Promise<Result>): Promise<Result>;
  /** Gives space that removed rows left back to the disk, a bounded part of it. @returns whether there is more. */
  shrink(): boolean | Promise<boolean>;
  /** Makes everything committed survive a power failure, so that logs may let go of it. */
  makeDurable(): void | Promise<void>;
  close(): void | Promise<void>;
}
