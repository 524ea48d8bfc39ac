import type { Key, LogRecord, RecordOf, ValueType } from '@waggle/protocol';
import type { ProcessDefinitions } from './process-definitions.ts';
import type { RetentionSettings } from './retention/retention-settings.ts';
import type { RowChanges } from './row-changes.ts';

/** What folds work with. */
export interface FoldContext {
  readonly changes: RowChanges;
  readonly partitionId: number;
  /** Names of processes and elements. */
  readonly definitions: ProcessDefinitions;
  /**
   * This is the first partition. Definitions, cluster variables and the like are distributed: every partition has records of
   * them, the first one's make the rows, as a slower partition's would bring back what was deleted meanwhile.
   */
  readonly isFirstPartition: boolean;
  /** Commands of the present batch that ask for operations, by their positions. */
  readonly commands: ReadonlyMap<number, LogRecord>;
  /** How long what ends is kept. */
  readonly retention: RetentionSettings;
  /** Clients asked to forget something: it goes before the records that say so count as exported. */
  onRemovalAsked(): void;
  /** Asks for the items of a batch operation to be delivered, when it is committed. */
  wantItems(batchOperationKey: Key): void;
  /** Runs when the changes are committed, for what is kept in memory. */
  afterCommit(action: () => void): void;
}

/** Turns events of one value type into changes of rows. A pure function but for the context; commands never get here. */
export type Fold<Type extends ValueType> = (record: RecordOf<Type>, context: FoldContext) => void;
