/**
 * What lives from one recovery of a partition to the end of its command loop: log, state, engine, and what works on them.
 */

import type { CheckpointMetadata, PartitionEngine, StateStore } from '@waggle/engine';
import type { ExportingMode } from '@waggle/protocol';
import type { Logger } from 'pino';
import { Checkpointer } from './checkpointer.ts';
import type { Clock } from './clock.ts';
import { CommandLoop } from './command-loop.ts';
import type { CommandLoopMetrics } from './command-loop-metrics.ts';
import type { ExporterDefinition } from './exporter.ts';
import { ExporterRunner } from './exporter-runner.ts';
import type { JobStreamRegistry } from './job-stream-registry.ts';
import { MonotonicTime } from './monotonic-time.ts';
import type { PartitionLimits } from './partition-limits.ts';
import type { PartitionOutput } from './partition-output.ts';
import { isPersistent, type PartitionStorage } from './partition-storage.ts';
import type { RecordFeedSender } from './record-feed-sender.ts';
import { type RecoveredPartition, recoverPartition } from './recover-partition.ts';
import type { RequestLimiter } from './request-limiter.ts';

/** A clock this far behind the log's last record is worth a warning: until it catches up, time stands still. */
const CLOCK_BEHIND_MS = 60_000;

export interface PartitionSessionOptions {
  readonly partitionId: number;
  readonly storage: PartitionStorage;
  readonly createEngine: (
    state: StateStore,
    checkpoint: CheckpointMetadata,
    streams: JobStreamRegistry,
  ) => PartitionEngine;
  readonly clock: Clock;
  readonly limits: PartitionLimits;
  readonly limiter: RequestLimiter;
  readonly streams: JobStreamRegistry;
  readonly output: PartitionOutput;
  readonly metrics: CommandLoopMetrics;
  readonly exporters: readonly ExporterDefinition[];
  /** They outlive the session. */
  readonly feeds: readonly RecordFeedSender[];
  readonly exportingMode: ExportingMode;
  readonly logger: Logger;
  /** The command loop is over. */
  readonly onFailure: (error: unknown) => void;
}

export class PartitionSession {
  readonly recovered: RecoveredPartition;
  readonly loop: CommandLoop;
  readonly checkpointer: Checkpointer;
  readonly exporters: readonly ExporterRunner[];
  readonly #feeds: readonly RecordFeedSender[];
  readonly #logger: Logger;

  /** Recovers the partition and readies its exporters; processing begins with `start`. @throws why it cannot. */
  static async open(options: PartitionSessionOptions): Promise<PartitionSession> {
    const { clock, logger, createEngine, streams, exportingMode } = options;
    const recovered = await recoverPartition({
      ...options,
      createEngine: (state, checkpoint) => createEngine(state, checkpoint, streams),
    });
    const behindMs = recovered.lastTimestampMs - clock.nowMs();
    if (behindMs > CLOCK_BEHIND_MS) {
      logger.warn({ behindMs }, 'The clock is behind the last record: timers stand still until it catches up');
    }
    const session = new PartitionSession(options, recovered);
    try {
      for (const exporter of session.exporters) await exporter.start(exportingMode);
      for (const feed of session.#feeds) feed.open(recovered.log);
    } catch (error) {
      await session.close();
      throw error;
    }
    return session;
  }

  private constructor(options: PartitionSessionOptions, recovered: RecoveredPartition) {
    const { partitionId, storage, clock, logger } = options;
    const { log, state, engine, checkpointPosition, lastTimestampMs } = recovered;
    this.recovered = recovered;
    this.#feeds = options.feeds;
    this.#logger = logger;
    this.exporters = options.exporters.map(
      (definition) =>
        new ExporterRunner({
          definition,
          partitionId,
          log,
          folder: storage.exportersFolder,
          clock,
          logger: logger.child({ exporterId: definition.id }),
        }),
    );
    this.loop = new CommandLoop({
      ...options,
      engine,
      log,
      time: new MonotonicTime(clock, lastTimestampMs),
      onCommitted: (position) => {
        for (const feed of this.#feeds) feed.setCommitted(position);
      },
      onDurable: (batch) => {
        this.checkpointer.onDurable(batch);
        for (const exporter of this.exporters) exporter.wake();
        for (const feed of this.#feeds) feed.onDurable(batch);
      },
    });
    this.checkpointer = new Checkpointer({
      ...options,
      loop: this.loop,
      engine,
      log,
      state,
      isVolatile: storage.isVolatile,
      checkpointPosition,
      persistExported: () => this.#persistExported(),
    });
  }

  start(): void {
    this.loop.start();
    this.checkpointer.start();
  }

  /** For an orderly stop: the next start then has nothing to fold. The loop must be over and everything durable. */
  async writeLastCheckpoint(): Promise<void> {
    const { state, engine } = this.recovered;
    if (!isPersistent(state)) return;
    const metadata = engine.checkpointMetadata();
    if (metadata.position <= this.checkpointer.position) return;
    try {
      await state.checkpoint(metadata);
    } catch (error) {
      this.#logger.error({ err: error }, 'The last checkpoint failed; the next start folds the log instead');
    }
  }

  async close(): Promise<void> {
    const { state, log } = this.recovered;
    const closing = [
      () => this.checkpointer.stop(),
      ...[...this.exporters, ...this.#feeds].map((exporter) => () => exporter.stop()),
      async () => (isPersistent(state) ? state.close() : undefined),
      () => log.close(),
    ];
    for (const close of closing) {
      try {
        await close();
      } catch (error) {
        // The rest must still be let go; nothing durable depends on an orderly close.
        this.#logger.error({ err: error }, 'A part of the partition could not be closed in order');
      }
    }
  }

  async #persistExported(): Promise<number | undefined> {
    const positions = await Promise.all(
      [...this.exporters, ...this.#feeds].map((exporter) => exporter.persistPosition()),
    );
    return positions.length === 0 ? undefined : Math.min(...positions);
  }
}
