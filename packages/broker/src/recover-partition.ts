/**
 * Brings a partition's state to the end of its log: opens the last checkpoint and folds the batches behind it.
 *
 * 1. The log is the truth. A checkpoint that cannot be read is rebuilt, if the log still has everything.
 * 2. A checkpoint ahead of the log, or a gap between them, means that records are lost: the partition does not start.
 */
import type { CheckpointMetadata, PartitionEngine, PartitionLog, StateStore } from '@waggle/engine';
import { readBatch } from '@waggle/protocol';
import { StateDamagedError } from '@waggle/state';
import type { Logger } from 'pino';
import type { Clock } from './clock.ts';
import { BrokerError } from './errors.ts';
import { isPersistent, type PartitionStorage } from './partition-storage.ts';

const PROGRESS_INTERVAL_MS = 1_000;
/** Reading the time for every batch would slow down the replay of small ones. */
const BATCHES_PER_PROGRESS_CHECK = 64;

const noCheckpoint: CheckpointMetadata = { position: 0, keyCounter: 0n };

export interface RecoveredPartition {
  readonly log: PartitionLog;
  readonly state: StateStore;
  readonly engine: PartitionEngine;
  readonly checkpointPosition: number;
  /** Epoch ms of the last record; 0 for an empty log. */
  readonly lastTimestampMs: number;
  readonly replayedRecords: number;
  readonly replayMs: number;
}

export interface RecoveryOptions {
  readonly partitionId: number;
  readonly storage: PartitionStorage;
  readonly createEngine: (state: StateStore, checkpoint: CheckpointMetadata) => PartitionEngine;
  readonly clock: Clock;
  /** Says itself which partition it is. */
  readonly logger: Logger;
}

/** @throws {LogDamagedError} @throws {BrokerError} records are missing; the message says which. */
export async function recoverPartition(options: RecoveryOptions): Promise<RecoveredPartition> {
  const state = await openState(options);
  const checkpointPosition = state !== undefined && isPersistent(state) ? state.checkpointMetadata.position : 0;
  let log: PartitionLog | undefined;
  let rebuilt: StateStore | undefined;
  try {
    log = await options.storage.openLog(checkpointPosition + 1);
    rebuilt = state ?? (await rebuildState(options, log));
    return await replay(options, log, rebuilt);
  } catch (error) {
    const opened = state ?? rebuilt;
    if (opened !== undefined && isPersistent(opened)) await opened.close();
    await log?.close();
    throw error;
  }
}

/** @returns `undefined` when the checkpoint is damaged. */
async function openState({ storage, logger }: RecoveryOptions): Promise<StateStore | undefined> {
  try {
    return await storage.openState();
  } catch (error) {
    if (!(error instanceof StateDamagedError)) throw error;
    logger.warn({ err: error }, 'The checkpoint is damaged: the state is rebuilt if the log has everything');
    return undefined;
  }
}

async function rebuildState({ partitionId, storage, logger }: RecoveryOptions, log: PartitionLog): Promise<StateStore> {
  if (log.firstPosition !== 1) {
    throw new BrokerError(
      'STATE_DAMAGED',
      `Expected to read the checkpoint of partition ${partitionId}, but it is damaged, and its log starts at position ${log.firstPosition}, so the state cannot be rebuilt. Restore the data folder from a backup`,
    );
  }
  await storage.removeState();
  const state = await storage.openState();
  logger.warn({ lastPosition: log.lastPosition }, 'Rebuilding the state from the whole log');
  return state;
}

async function replay(
  { partitionId, createEngine, clock, logger }: RecoveryOptions,
  log: PartitionLog,
  state: StateStore,
): Promise<RecoveredPartition> {
  const checkpoint = isPersistent(state) ? state.checkpointMetadata : noCheckpoint;
  const checkpointPosition = checkpoint.position;
  checkContinuity(partitionId, checkpointPosition, log);
  const engine = createEngine(state, checkpoint);
  const startedMs = clock.nowMs();
  let reportedMs = startedMs;
  let position = checkpointPosition;
  let batches = 0;
  let lastData: Uint8Array | undefined;

  // The batch before the first one to replay is read too when there is nothing behind it: its time bounds the clock.
  if (log.lastPosition > 0) {
    for await (const batch of log.read(Math.min(checkpointPosition + 1, log.lastPosition))) {
      if (batches === 0) checkPartition(partitionId, batch.data);
      lastData = batch.data;
      batches++;
      if (batch.lastPosition <= checkpointPosition) continue;
      if (batch.firstPosition !== position + 1) {
        throw new BrokerError(
          'LOG_GAP',
          `Expected the log of partition ${partitionId} to go on at position ${position + 1}, but the next batch starts at ${batch.firstPosition}`,
        );
      }
      engine.replay(batch.data);
      position = batch.lastPosition;
      if (batches % BATCHES_PER_PROGRESS_CHECK === 0) {
        const nowMs = clock.nowMs();
        if (nowMs - reportedMs >= PROGRESS_INTERVAL_MS) {
          reportedMs = nowMs;
          const done = (position - checkpointPosition) / (log.lastPosition - checkpointPosition);
          logger.info({ position, lastPosition: log.lastPosition }, `Replaying: ${Math.floor(done * 100)} %`);
        }
        // Other partitions of this thread, and its health endpoint, get their turn.
        await new Promise(setImmediate);
      }
    }
  }
  const replayMs = clock.nowMs() - startedMs;
  const replayedRecords = position - checkpointPosition;
  logger.info({ checkpointPosition, position, replayedRecords, replayMs }, 'Partition recovered');
  const lastTimestampMs = lastData === undefined ? 0 : (readBatch(lastData).records.at(-1)?.timestamp ?? 0);
  return { log, state, engine, checkpointPosition, lastTimestampMs, replayedRecords, replayMs };
}

function checkContinuity(partitionId: number, checkpointPosition: number, log: PartitionLog): void {
  if (checkpointPosition > log.lastPosition) {
    throw new BrokerError(
      'STATE_AHEAD_OF_LOG',
      `Expected the log of partition ${partitionId} to reach its checkpoint at position ${checkpointPosition}, but it ends at ${log.lastPosition}: records are lost. Restore the data folder from a backup`,
    );
  }
  if (checkpointPosition + 1 < log.firstPosition) {
    throw new BrokerError(
      'LOG_GAP',
      `Expected the log of partition ${partitionId} to start at position ${checkpointPosition + 1} or before, where its checkpoint ends, but it starts at ${log.firstPosition}. Restore the data folder from a backup`,
    );
  }
}

function checkPartition(partitionId: number, data: Uint8Array): void {
  const found = readBatch(data).partitionId;
  if (found !== partitionId) {
    throw new BrokerError(
      'WRONG_PARTITION',
      `Expected the log of partition ${partitionId}, but found the log of partition ${found}. Were the folders of two partitions swapped?`,
    );
  }
}
