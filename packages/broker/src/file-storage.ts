import { join } from 'node:path';
import { freeBytes, openFileLog, SEGMENT_BYTES_DEFAULT } from '@waggle/log';
import { openLmdbStateStore, removeLmdbState } from '@waggle/state';
import type { Logger } from 'pino';
import type { PartitionStorage } from './partition-storage.ts';

/** Opening a log that ran out of disk prepares a new segment; with less room the next append fails again. */
const REOPEN_BYTES_MIN = 2 * SEGMENT_BYTES_DEFAULT;

/** Keeps a partition in a folder of its own: `log`, `state` and `exporters`. */
export function fileStorage(options: {
  readonly folder: string;
  readonly partitionId: number;
  readonly logger: Logger;
}): PartitionStorage {
  const { folder, partitionId, logger } = options;
  const stateFolder = join(folder, 'state');
  return {
    openState: async () => openLmdbStateStore({ folder: stateFolder }),
    async openLog(verifyFrom) {
      const log = await openFileLog({ folder: join(folder, 'log'), partitionId, verifyFrom });
      if (log.cutTail !== undefined) {
        logger.warn(
          { cutTail: log.cutTail },
          'The last run ended in the middle of a write; what was never acknowledged is cut off',
        );
      }
      for (const note of log.notes) logger.warn(note);
      return log;
    },
    removeState: async () => removeLmdbState(stateFolder),
    isVolatile: false,
    hasRoom: async () => (await freeBytes(folder)) >= REOPEN_BYTES_MIN,
    exportersFolder: join(folder, 'exporters'),
  };
}
