import type { LogBatch } from '@waggle/engine';
import { createMemoryLog } from '@waggle/log';
import { createMemoryStateStore } from '@waggle/state';
import type { PartitionStorage } from './partition-storage.ts';

/** Keeps a partition as long as the process runs: for tests and trying things out. */
export function memoryStorage(): PartitionStorage {
  const batches: LogBatch[] = [];
  return {
    openState: async () => createMemoryStateStore(),
    openLog: async () => createMemoryLog({ storage: batches }),
    removeState: async () => undefined,
    isVolatile: true,
    hasRoom: async () => true,
    exportersFolder: undefined,
  };
}
