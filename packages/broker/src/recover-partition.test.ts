import { createEngine, type LogBatch } from '@waggle/engine';
import { createMemoryLog } from '@waggle/log';
import { TimerIntent } from '@waggle/protocol';
import { createMemoryStateStore, openLmdbStateStore, StateDamagedError } from '@waggle/state';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { batchOf, eventRecord } from '../test/record-samples.ts';
import { temporaryFolder } from '../test/temporary-folder.ts';
import { systemClock } from './clock.ts';
import { memoryStorage } from './memory-storage.ts';
import type { PartitionStorage } from './partition-storage.ts';
import { recoverPartition } from './recover-partition.ts';

const recover = (storage: Partial<PartitionStorage>) =>
  recoverPartition({
    partitionId: 1,
    storage: { ...memoryStorage(), ...storage },
    createEngine: (state, checkpoint) => createEngine({ partitionId: 1, partitionCount: 1, state, checkpoint }),
    clock: systemClock,
    logger: pino({ level: 'silent' }),
  });

const logOf = (...batches: readonly LogBatch[]) => ({
  openLog: async () => createMemoryLog({ storage: [...batches] }),
});

const timerAt = (position: number, timestamp = 1_000) =>
  eventRecord({ position, timestamp, intent: TimerIntent.CANCELED });

async function stateAt(position: number): Promise<string> {
  const folder = await temporaryFolder();
  const state = openLmdbStateStore({ folder });
  await state.checkpoint({ position, keyCounter: 5n });
  await state.close();
  return folder;
}

describe('recoverPartition', () => {
  it('should fold the whole log and know the time of its last record', async () => {
    const log = logOf(batchOf([timerAt(1), timerAt(2)]), batchOf([timerAt(3, 5_000), timerAt(4, 5_001)]));
    const recovered = await recover(log);
    expect(recovered).toMatchObject({ checkpointPosition: 0, replayedRecords: 4, lastTimestampMs: 5_001 });
    expect(recovered.engine.checkpointMetadata().position).toBe(4);
  });

  it('should fold only what is behind the checkpoint, and know the time when nothing is', async () => {
    const log = logOf(batchOf([timerAt(1), timerAt(2)]), batchOf([timerAt(3, 5_000)]));
    for (const [position, replayedRecords] of [
      [2, 1],
      [3, 0],
    ] as const) {
      const folder = await stateAt(position);
      const recovered = await recover({ ...log, openState: async () => openLmdbStateStore({ folder }) });
      expect(recovered).toMatchObject({ checkpointPosition: position, replayedRecords, lastTimestampMs: 5_000 });
      expect(recovered.engine.checkpointMetadata()).toMatchObject({ position: 3, keyCounter: 5n });
    }
  });

  it('should not accept a checkpoint ahead of the log', async () => {
    const folder = await stateAt(9);
    await expect(
      recover({ ...logOf(batchOf([timerAt(1)])), openState: async () => openLmdbStateStore({ folder }) }),
    ).rejects.toMatchObject({ code: 'STATE_AHEAD_OF_LOG' });
  });

  it('should not accept a log that begins behind the checkpoint', async () => {
    await expect(recover(logOf(batchOf([timerAt(5)])))).rejects.toMatchObject({ code: 'LOG_GAP' });
  });

  it('should not accept the log of another partition', async () => {
    await expect(recover(logOf(batchOf([timerAt(1)], 2)))).rejects.toMatchObject({ code: 'WRONG_PARTITION' });
  });

  it('should rebuild a damaged state only when the log has everything', async () => {
    const damaged = (log: Partial<PartitionStorage>) => {
      let isDamaged = true;
      return recover({
        ...log,
        openState: async () => {
          if (isDamaged) throw new StateDamagedError('folder', 'it is not');
          return createMemoryStateStore();
        },
        removeState: async () => {
          isDamaged = false;
        },
      });
    };
    expect(await damaged(logOf(batchOf([timerAt(1)])))).toMatchObject({ replayedRecords: 1 });
    await expect(damaged(logOf(batchOf([timerAt(2)])))).rejects.toMatchObject({ code: 'STATE_DAMAGED' });
  });
});
