import { availableParallelism } from 'node:os';
import { createEngine } from '@waggle/engine';
import type { Logger } from 'pino';
import type { BrokerOptions } from './broker-options.ts';
import type { Clock } from './clock.ts';
import { BrokerError } from './errors.ts';
import { fileStorage } from './file-storage.ts';
import type { RegisteredStream } from './job-stream-registry.ts';
import { memoryStorage } from './memory-storage.ts';
import { Partition, type PartitionOptions } from './partition.ts';
import type { PartitionLimits } from './partition-limits.ts';
import type { PartitionLink } from './partition-link.ts';
import type { PartitionOutput } from './partition-output.ts';
import { connectFeeds } from './record-feed.ts';
import { systemTimeZone } from './system-time-zone.ts';
import { WorkerPartition } from './worker-partition.ts';

export interface PartitionLinkOptions {
  readonly partitionId: number;
  readonly partitionCount: number;
  readonly broker: BrokerOptions;
  /** `undefined` = in memory. */
  readonly folder: string | undefined;
  readonly limits: PartitionLimits;
  readonly requestStreamId: number;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly output: PartitionOutput;
  readonly streams: () => Iterable<RegisteredStream>;
  readonly onStatus: () => void;
  readonly onRequestsLost: (message: string) => void;
}

/** @throws {BrokerError} INVALID_OPTION: workers are asked for together with something that cannot go there. */
export function runsInWorkers({
  threads = 'auto',
  inMemory = false,
  partitionCount = 1,
  clock,
  storage,
  exporters = [],
}: BrokerOptions): boolean {
  const isBound = clock !== undefined || storage !== undefined || exporters.some(({ create }) => create !== undefined);
  if (threads === 'workers' && isBound) {
    throw new BrokerError(
      'INVALID_OPTION',
      'Expected threads "main" or "auto" with a clock, a storage or an exporter given as a function, but got "workers": functions cannot be handed to another thread. Name the exporter\'s module instead',
    );
  }
  if (threads !== 'auto') return threads === 'workers';
  // One partition is fastest and smallest beside its gateway: a thread of its own adds hops and 50 MB. With one core they
  // only add hops, and in memory the start counts more than the load.
  return partitionCount > 1 && !inMemory && !isBound && availableParallelism() > 1;
}

export function createPartitionLink(options: PartitionLinkOptions, isThreaded: boolean): PartitionLink {
  return isThreaded ? createWorkerPartition(options) : createPartition(options);
}

function createPartition(options: PartitionLinkOptions): PartitionLink {
  const { partitionId, partitionCount, broker, folder, logger } = options;
  const storage =
    broker.storage?.(partitionId) ??
    (folder === undefined ? memoryStorage() : fileStorage({ folder, partitionId, logger }));
  return new Partition({
    ...options,
    storage,
    createEngine: (state, checkpoint, jobStreams) =>
      createEngine({
        partitionId,
        partitionCount,
        state,
        checkpoint,
        jobStreams,
        limits: broker.engineLimits ?? {},
        timeZone: systemTimeZone(),
        hasUniqueBusinessIds: broker.hasUniqueBusinessIds ?? false,
      }),
    limiter: broker.limiter ?? {},
    exporters: broker.exporters ?? [],
    feeds: connectFeeds(broker.recordFeeds ?? [], partitionId),
    globalListeners: globalListenersOf(options),
  });
}

function createWorkerPartition(options: PartitionLinkOptions): PartitionLink {
  const { partitionId, partitionCount, broker, folder, limits, requestStreamId } = options;
  return new WorkerPartition({
    ...options,
    feeds: () => connectFeeds(broker.recordFeeds ?? [], partitionId),
    start: {
      partitionId,
      partitionCount,
      folder,
      limits,
      limiter: broker.limiter ?? {},
      engineLimits: broker.engineLimits,
      hasUniqueBusinessIds: broker.hasUniqueBusinessIds ?? false,
      globalListeners: globalListenersOf(options),
      exporters: broker.exporters ?? [],
      requestStreamId,
    },
  });
}

/** The first partition decides about global listeners and tells the others. */
function globalListenersOf({ partitionId, broker }: PartitionLinkOptions): PartitionOptions['globalListeners'] {
  return partitionId === 1 ? (broker.globalListeners ?? []) : undefined;
}
