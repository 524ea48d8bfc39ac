import type { BatchOperationCreationValue, BatchOperationError } from '@waggle/protocol';

/** A batch operation as one partition sees it: its own items. Ended ones are gone. */
export interface BatchOperation {
  readonly value: BatchOperationCreationValue;
  readonly isSuspended: boolean;
  /** All items are found. */
  readonly isInitialized: boolean;
  /** Where the search for items goes on. */
  readonly cursor: string;
  /** Items of the first chunk that were handed out. */
  readonly nextItemIndex: number;
  readonly itemCount: number;
  readonly executedCount: number;
  readonly failedCount: number;
  /** This partition has nothing more to do and waits for the others. */
  readonly isFinished: boolean;
  /** Why this partition gave up. */
  readonly error: { readonly type: string; readonly message: string } | undefined;
  /** Partition that leads the operation: what the others reported. */
  readonly errors: readonly BatchOperationError[];
}
