import type { PartitionLog, PersistentStateStore, StateStore } from '@waggle/engine';

/** Where one partition keeps its log and state. Opened at the start and again after a failure. */
export interface PartitionStorage {
  /** @throws {StateDamagedError} the checkpoint cannot be read, but could be rebuilt. */
  openState(): Promise<StateStore | PersistentStateStore>;
  /** @param verifyFrom position behind the checkpoint: the log must reach it, and is verified from there. */
  openLog(verifyFrom: number): Promise<PartitionLog>;
  /** Lets go of a checkpoint that cannot be read; the next `openState` starts empty. */
  removeState(): Promise<void>;
  /** Log and state end with the process anyway: the log may let go of what the state holds in memory only. */
  readonly isVolatile: boolean;
  /** Whether opening a log that ran out of disk is worth a try. */
  hasRoom(): Promise<boolean>;
  /** Folder for what exporters remember; `undefined` = they start from the log's beginning each time. */
  readonly exportersFolder: string | undefined;
}

export function isPersistent(state: StateStore): state is PersistentStateStore {
  return 'checkpoint' in state;
}
