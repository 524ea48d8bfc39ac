/**
 * One partition in this thread: recovers from its log, runs its command loop, and what stands around it: limiter,
 * checkpoints, exporters.
 *
 * 1. Only a partition that runs takes commands; all others are refused at once, with the reason.
 * 2. A full disk ends the loop but not the partition: it opens log and state again when there is room.
 * 3. Anything else that ends the loop ends the partition, loudly; its folder stays as it is.
 */
import { type CheckpointMetadata, LogAppendError, type PartitionEngine, type StateStore } from '@waggle/engine';
import type { Command, ExportingMode, GlobalListenerDescription, PartitionErrorCode } from '@waggle/protocol';
import type { Logger } from 'pino';
import { isAlwaysAccepted } from './always-accepted.ts';
import type { Clock } from './clock.ts';
import { commandBytes } from './command-bytes.ts';
import { CommandLoopMetrics } from './command-loop-metrics.ts';
import { BrokerError } from './errors.ts';
import type { ExporterDefinition } from './exporter.ts';
import { JobStreamRegistry, type RegisteredStream } from './job-stream-registry.ts';
import type { MetricSample } from './metric.ts';
import type { PartitionLimits } from './partition-limits.ts';
import type { PartitionExporting, PartitionLink, PartitionStatus } from './partition-link.ts';
import { PartitionMetrics } from './partition-metrics.ts';
import type { PartitionOutput } from './partition-output.ts';
import { PartitionSession } from './partition-session.ts';
import type { PartitionStorage } from './partition-storage.ts';
import type { ConnectedFeed, RecordFeed } from './record-feed.ts';
import { RecordFeedSender } from './record-feed-sender.ts';
import { RequestLimiter, type RequestLimiterOptions } from './request-limiter.ts';

export interface PartitionOptions {
  readonly partitionId: number;
  readonly storage: PartitionStorage;
  readonly createEngine: (
    state: StateStore,
    checkpoint: CheckpointMetadata,
    streams: JobStreamRegistry,
  ) => PartitionEngine;
  readonly clock: Clock;
  readonly limits: PartitionLimits;
  /** `false` accepts commands until the queue is full. */
  readonly limiter: Partial<RequestLimiterOptions> | false;
  readonly exporters: readonly ExporterDefinition[];
  readonly feeds: readonly ConnectedFeed[];
  /** On the first partition: what the listeners of the configuration shall be. `undefined` on the others. */
  readonly globalListeners: readonly GlobalListenerDescription[] | undefined;
  readonly output: PartitionOutput;
  readonly logger: Logger;
  readonly onStatus?: (status: PartitionStatus) => void;
}

/**
 * Commands of other partitions kept while this one folds its log: partitions that start together would otherwise miss
 * each other and wait for the next repetition. Few are as good as many, since whatever gets lost is sent again.
 */
const EARLY_COMMANDS_MAX = 100;

const starting: PartitionStatus = { role: 'inactive', health: 'unhealthy', message: 'The partition is starting' };
const running: PartitionStatus = { role: 'leader', health: 'healthy' };
const diskFull: PartitionStatus = {
  role: 'inactive',
  health: 'unhealthy',
  message: 'The disk is full: free space in the data folder, the partition then goes on by itself',
};
const closed: PartitionStatus = { role: 'inactive', health: 'dead', message: 'The partition is closed' };

export class Partition implements PartitionLink {
  readonly partitionId: number;
  readonly #options: PartitionOptions;
  readonly #streams: JobStreamRegistry;
  readonly #limiter: RequestLimiter;
  readonly #loopMetrics = new CommandLoopMetrics();
  readonly #metrics: PartitionMetrics;
  readonly #feeds: readonly RecordFeedSender[];
  #session: PartitionSession | undefined;
  #status = starting;
  #isDiskAvailable = true;
  #exportingMode: ExportingMode = 'exporting';
  #isClosing = false;
  readonly #earlyCommands: Command[] = [];
  /** Recovery from a full disk, while it is under way. */
  #recovering: Promise<void> | undefined;
  #cancelWait: (() => void) | undefined;

  constructor(options: PartitionOptions) {
    this.partitionId = options.partitionId;
    this.#options = options;
    this.#streams = new JobStreamRegistry(options.limits.streamJobsInFlightMax);
    this.#limiter = new RequestLimiter(options.limiter === false ? {} : options.limiter);
    this.#metrics = new PartitionMetrics(String(options.partitionId));
    this.#feeds = options.feeds.map(({ id, connection }) => {
      const logger = options.logger.child({ exporterId: id });
      const feed = new RecordFeedSender({ id, partitionId: options.partitionId, logger });
      feed.connect(connection);
      return feed;
    });
  }

  get status(): PartitionStatus {
    return this.#status;
  }

  async start(): Promise<void> {
    try {
      await this.#open();
    } catch (error) {
      this.#setStatus({ ...closed, message: messageOf(error) });
      this.#closeFeeds();
      throw error;
    }
  }

  submit(command: Command, bytes: number): void {
    const refusal = this.#admit(command, bytes);
    if (refusal === undefined) return;
    this.#metrics.refused[refusal.reason]++;
    this.#options.output.refuse(command.requestId, refusal.code, refusal.message);
  }

  deliver(command: Command): void {
    if (this.#status === starting && this.#earlyCommands.length < EARLY_COMMANDS_MAX) {
      this.#earlyCommands.push(command);
      return;
    }
    const bytes = commandBytes(command, this.#options.limits.commandBytesMax);
    if (this.#session?.loop.deliver(command, bytes)) return;
    this.#metrics.droppedInternalCommands++;
  }

  openStream(stream: RegisteredStream): void {
    this.#streams.open(stream);
  }

  closeStream(id: number): void {
    this.#streams.close(id);
  }

  setStreamReady(id: number, isReady: boolean): void {
    this.#streams.setReady(id, isReady);
  }

  acknowledgePush(streamId: number): void {
    this.#streams.acknowledge(streamId);
  }

  setDiskAvailable(isAvailable: boolean): void {
    this.#isDiskAvailable = isAvailable;
    this.#session?.loop.setPaused(!isAvailable);
  }

  setExporting(mode: ExportingMode): void {
    this.#exportingMode = mode;
    for (const exporter of this.#session?.exporters ?? []) exporter.setMode(mode);
    for (const feed of this.#feeds) feed.setMode(mode);
  }

  async exporting(): Promise<PartitionExporting> {
    const exporters = [...(this.#session?.exporters ?? []), ...this.#feeds];
    return { mode: this.#exportingMode, isSettled: exporters.every(({ isSettled }) => isSettled) };
  }

  connectFeed(feed: RecordFeed): void {
    this.replaceFeed({ id: feed.id, connection: feed.connect(this.partitionId) });
  }

  /** The feed's consumer started anew, and this is the channel to it. */
  replaceFeed({ id, connection }: ConnectedFeed): void {
    this.#feeds.find((feed) => feed.id === id)?.connect(connection);
  }

  async checkpoint(): Promise<void> {
    await this.#session?.checkpointer.checkpoint();
  }

  metrics(): readonly MetricSample[] {
    const session = this.#session;
    return [
      ...this.#loopMetrics.samples(String(this.partitionId)),
      ...this.#metrics.samples({
        isHealthy: this.#status.health === 'healthy',
        limiter: this.#limiter,
        streams: this.#streams.size,
        queueLength: session?.loop.queueLength ?? 0,
        hasBacklog: session?.recovered.engine.hasBacklog ?? false,
        logPosition: session?.recovered.log.lastPosition ?? 0,
        firstLogPosition: session?.recovered.log.firstPosition ?? 0,
        checkpointPosition: session?.checkpointer.position ?? 0,
        dirtyRows: session === undefined ? undefined : dirtyRowsOf(session.recovered.state),
        exporters: [...(session?.exporters ?? []), ...this.#feeds],
      }),
    ];
  }

  async close(): Promise<void> {
    if (this.#isClosing) return;
    this.#isClosing = true;
    this.#cancelWait?.();
    await this.#recovering;
    try {
      await this.#closeSession();
    } finally {
      this.#closeFeeds();
    }
  }

  async #closeSession(): Promise<void> {
    const session = this.#session;
    if (session === undefined) {
      this.#setStatus(closed);
      return;
    }
    await session.checkpointer.stop();
    const isQuiet = await session.loop.drain();
    // The loop may have failed meanwhile; then its own handling closed the session.
    if (this.#session !== session) {
      await this.#recovering;
      return;
    }
    this.#session = undefined;
    this.#setStatus(closed);
    if (isQuiet) await session.writeLastCheckpoint();
    await session.close();
  }

  #closeFeeds(): void {
    for (const feed of this.#feeds) feed.close();
  }

  #admit(command: Command, bytes: number): Refused | undefined {
    const session = this.#session;
    if (session === undefined || this.#isClosing) {
      const isFull = this.#status === diskFull;
      const code = isFull ? 'RESOURCE_EXHAUSTED' : 'PARTITION_UNAVAILABLE';
      const why = this.#isClosing ? closed.message : this.#status.message;
      return this.#refused('unavailable', code, `Expected partition ${this.partitionId} to be running, but: ${why}`);
    }
    if (!this.#isDiskAvailable) {
      return this.#refused(
        'disk',
        'RESOURCE_EXHAUSTED',
        `Expected more free disk space for partition ${this.partitionId}, but it is below the watermark. Free space in the data folder or lower the watermark`,
      );
    }
    if (this.#options.limiter !== false && this.#limiter.isFull && !isAlwaysAccepted(command)) {
      return this.#refused(
        'limit',
        'RESOURCE_EXHAUSTED',
        `Expected at most ${this.#limiter.limit} waiting commands, but partition ${this.partitionId} has ${this.#limiter.inFlight}. Send the command again a little later`,
      );
    }
    if (!session.loop.submit(command, bytes)) {
      return this.#refused(
        'queue',
        'RESOURCE_EXHAUSTED',
        `Expected room in the queue of partition ${this.partitionId}, but it is full. Send the command again a little later`,
      );
    }
    return undefined;
  }

  #refused(reason: Refused['reason'], code: PartitionErrorCode, message: string): Refused {
    return { reason, code, message };
  }

  async #open(): Promise<void> {
    const session = await PartitionSession.open({
      ...this.#options,
      feeds: this.#feeds,
      streams: this.#streams,
      limiter: this.#limiter,
      metrics: this.#loopMetrics,
      exportingMode: this.#exportingMode,
      onFailure: (error) => this.#onFailure(error),
    });
    const configuration = await this.#listenerConfiguration(session);
    this.#metrics.replayMs = session.recovered.replayMs;
    this.#metrics.replayedRecords = session.recovered.replayedRecords;
    this.#session = session;
    session.loop.setPaused(!this.#isDiskAvailable);
    session.start();
    this.#setStatus(running);
    // Before any client's command can come, so that the first user task runs the listeners as well.
    if (configuration !== undefined) {
      this.#options.logger.info('The global task listeners of the configuration are others than before');
      this.deliver(configuration);
    }
    for (const command of this.#earlyCommands.splice(0)) this.deliver(command);
  }

  /** @returns the command that makes the listeners be those of the configuration; `undefined` when they are. */
  async #listenerConfiguration(session: PartitionSession): Promise<Command | undefined> {
    const { globalListeners } = this.#options;
    if (globalListeners === undefined) return undefined;
    const configuration = session.recovered.engine.listenerConfiguration(globalListeners);
    if (configuration.kind === 'refused') {
      await session.close();
      throw new BrokerError('INVALID_OPTION', configuration.reason);
    }
    return configuration.kind === 'changed' ? configuration.command : undefined;
  }

  #onFailure(error: unknown): void {
    const session = this.#session;
    if (session === undefined) return;
    this.#session = undefined;
    const isDiskFull = error instanceof LogAppendError && error.code === 'DISK_FULL';
    if (isDiskFull) {
      this.#options.logger.error({ err: error }, 'The disk is full: the partition waits for room');
      this.#setStatus(diskFull);
    } else {
      this.#options.logger.fatal({ err: error }, 'The partition stopped');
      this.#setStatus({ role: 'inactive', health: 'dead', message: `The partition stopped: ${messageOf(error)}` });
    }
    this.#recovering = this.#recover(session, isDiskFull).finally(() => {
      this.#recovering = undefined;
    });
  }

  async #recover(session: PartitionSession, isDiskFull: boolean): Promise<void> {
    const { storage, logger, limits } = this.#options;
    await session.close();
    while (isDiskFull && !this.#isClosing) {
      await this.#wait(limits.reopenIntervalMs);
      if (this.#isClosing) return;
      try {
        if (!(await storage.hasRoom())) continue;
        await this.#open();
        logger.info('The disk has room again: the partition goes on');
        return;
      } catch (error) {
        if (isDiskFullError(error)) continue;
        logger.fatal({ err: error }, 'The partition could not be opened again');
        this.#setStatus({ role: 'inactive', health: 'dead', message: messageOf(error) });
        return;
      }
    }
  }

  #wait(delayMs: number): Promise<void> {
    return new Promise((resolve) => {
      const cancel = this.#options.clock.schedule(delayMs, resolve);
      this.#cancelWait = () => {
        cancel();
        resolve();
      };
    });
  }

  #setStatus(status: PartitionStatus): void {
    this.#status = status;
    this.#options.onStatus?.(status);
  }
}

interface Refused {
  readonly reason: keyof PartitionMetrics['refused'];
  readonly code: PartitionErrorCode;
  readonly message: string;
}

function dirtyRowsOf(state: StateStore): number | undefined {
  return 'dirtyCount' in state && typeof state.dirtyCount === 'number' ? state.dirtyCount : undefined;
}

function isDiskFullError(error: unknown): boolean {
  if (error instanceof LogAppendError) return error.code === 'DISK_FULL';
  return error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT');
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
