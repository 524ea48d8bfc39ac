/**
 * A partition in a thread of its own, seen from the broker's thread.
 *
 * 1. What is on its way to the thread is bounded; beyond that commands are refused here.
 * 2. When the thread dies, every request it held ends as ABORTED; it is started again with recovery, with growing
 *    pauses and not for ever. Other partitions do not notice.
 */
import type { Command, ExportingMode } from '@waggle/protocol';
import type { Logger } from 'pino';
import type { Clock } from './clock.ts';
import type { RegisteredStream } from './job-stream-registry.ts';
import type { MetricSample } from './metric.ts';
import type { PartitionExporting, PartitionLink, PartitionStatus } from './partition-link.ts';
import type { PartitionOutput } from './partition-output.ts';
import { PartitionThread } from './partition-thread.ts';
import type { ConnectedFeed, RecordFeed } from './record-feed.ts';
import type { WorkerStart } from './worker-messages.ts';

/** A thread that dies this often in a row will die again. */
const RESTARTS_MAX = 5;
const RESTART_WAIT_MS_MIN = 500;
const RESTART_WAIT_MS_MAX = 10_000;
/** A thread that ran this long had recovered: its next death starts the count anew. */
const STABLE_MS = 60_000;
/** Added to the partition's own limit for finishing what it took. */
const CLOSE_WAIT_MS = 20_000;

export interface WorkerPartitionOptions {
  readonly start: Omit<WorkerStart, 'feeds' | 'streams' | 'isDiskAvailable' | 'exportingMode' | 'logLevel'>;
  /** Makes channels to the consumers of all feeds, for a thread that starts. */
  readonly feeds: () => readonly ConnectedFeed[];
  /** Streams to register when the thread starts, or starts again. */
  readonly streams: () => Iterable<RegisteredStream>;
  readonly output: PartitionOutput;
  readonly clock: Clock;
  /** The thread's log ends up here; it follows this logger's level, also when that changes. */
  readonly logger: Logger;
  readonly onStatus: (status: PartitionStatus) => void;
  /** The thread died with requests it will never answer. */
  readonly onRequestsLost: (message: string) => void;
}

export class WorkerPartition implements PartitionLink {
  readonly partitionId: number;
  readonly #options: WorkerPartitionOptions;
  #status: PartitionStatus = { role: 'inactive', health: 'unhealthy', message: 'The partition is starting' };
  #thread: PartitionThread | undefined;
  #isDiskAvailable = true;
  #exportingMode: ExportingMode = 'exporting';
  #samples: readonly MetricSample[] = [];
  #refused = 0;
  #restarts = 0;
  #startedMs = 0;
  #isClosing = false;
  #logLevel: string;
  #cancelRestart: (() => void) | undefined;

  constructor(options: WorkerPartitionOptions) {
    this.partitionId = options.start.partitionId;
    this.#options = options;
    this.#logLevel = options.logger.level;
    options.logger.on('level-change', this.#onLevelChange);
  }

  get status(): PartitionStatus {
    return this.#status;
  }

  start(): Promise<void> {
    return this.#startThread();
  }

  submit(command: Command, bytes: number): void {
    const thread = this.#thread;
    const { limits } = this.#options.start;
    if (thread === undefined || this.#isClosing) {
      this.#refused++;
      this.#options.output.refuse(
        command.requestId,
        'PARTITION_UNAVAILABLE',
        `Expected partition ${this.partitionId} to be running, but: ${this.#status.message ?? 'it is stopping'}`,
      );
    } else if (
      thread.commandsOnTheWay >= limits.queueCommandsMax ||
      thread.bytesOnTheWay + bytes > limits.queueBytesMax
    ) {
      this.#refused++;
      this.#options.output.refuse(
        command.requestId,
        'RESOURCE_EXHAUSTED',
        `Expected partition ${this.partitionId} to keep up, but its queue is full. Send the command again a little later`,
      );
    } else {
      thread.submit(command, bytes);
    }
  }

  deliver(command: Command): void {
    this.#thread?.input.deliver(command);
  }

  openStream(stream: RegisteredStream): void {
    this.#thread?.post({ kind: 'openStream', stream });
  }

  closeStream(id: number): void {
    this.#thread?.post({ kind: 'closeStream', id });
  }

  setStreamReady(id: number, isReady: boolean): void {
    this.#thread?.post({ kind: 'setStreamReady', id, isReady });
  }

  acknowledgePush(streamId: number): void {
    this.#thread?.input.acknowledgePush(streamId);
  }

  setDiskAvailable(isAvailable: boolean): void {
    this.#isDiskAvailable = isAvailable;
    this.#thread?.post({ kind: 'setDiskAvailable', isAvailable });
  }

  setExporting(mode: ExportingMode): void {
    this.#exportingMode = mode;
    this.#thread?.post({ kind: 'setExporting', mode });
  }

  async exporting(): Promise<PartitionExporting> {
    // Without a thread nothing is exported; the next one starts with the mode.
    return (await this.#thread?.request('exporting')) ?? { mode: this.#exportingMode, isSettled: true };
  }

  connectFeed(feed: RecordFeed): void {
    // A thread that is yet to start gets channels of its own.
    this.#thread?.connectFeed({ id: feed.id, connection: feed.connect(this.partitionId) });
  }

  async checkpoint(): Promise<void> {
    await this.#thread?.request('checkpoint');
  }

  metrics(): readonly MetricSample[] {
    const labels = { partition: String(this.partitionId) };
    return [
      ...this.#samples,
      {
        name: 'waggle_worker_commands_refused_total',
        help: "Client commands refused before they reached the partition's thread",
        type: 'counter',
        labels,
        value: this.#refused,
      },
      {
        name: 'waggle_worker_restarts',
        help: "Deaths of the partition's thread in a row",
        type: 'gauge',
        labels,
        value: this.#restarts,
      },
    ];
  }

  async close(): Promise<void> {
    this.#isClosing = true;
    this.#options.logger.off('level-change', this.#onLevelChange);
    this.#cancelRestart?.();
    const thread = this.#thread;
    if (thread !== undefined) {
      thread.post({ kind: 'close' });
      // A thread that does not end by itself would keep the whole process alive.
      const cancel = this.#options.clock.schedule(this.#options.start.limits.drainMs + CLOSE_WAIT_MS, () => {
        this.#options.logger.error('The thread of the partition does not end: it is stopped');
        void thread.terminate();
      });
      await thread.ended;
      cancel();
    }
    this.#setStatus({ role: 'inactive', health: 'dead', message: 'The partition is closed' });
    if (thread?.closeError !== undefined) throw thread.closeError;
  }

  /** Loggers made from others share their listeners, and tell of a change when one is made: so look whether it is ours. */
  readonly #onLevelChange = (): void => {
    const { level } = this.#options.logger;
    if (level === this.#logLevel) return;
    this.#logLevel = level;
    this.#thread?.post({ kind: 'setLogLevel', level });
  };

  async #startThread(): Promise<void> {
    const { feeds, output, logger, start, streams } = this.#options;
    const thread = new PartitionThread({
      start: {
        ...start,
        feeds: feeds(),
        streams: [...streams()].map(({ id, request }) => ({ id, request })),
        isDiskAvailable: this.#isDiskAvailable,
        exportingMode: this.#exportingMode,
        logLevel: this.#logLevel,
      },
      output,
      logger,
      onStatus: (status) => this.#setStatus(status),
      onMetrics: (samples) => {
        this.#samples = samples;
      },
    });
    // Streams opened while the thread recovers are told to it as well, so it is known from the start.
    this.#thread = thread;
    void thread.ended.then((error) => this.#onEnd(thread, error));
    await thread.started;
    this.#startedMs = this.#options.clock.nowMs();
  }

  #onEnd(thread: PartitionThread, error: Error | undefined): void {
    if (this.#thread === thread) this.#thread = undefined;
    const message = `The thread of partition ${this.partitionId} ended; the command may or may not take effect`;
    this.#options.onRequestsLost(message);
    // A thread that never ran tells whoever started it.
    if (this.#isClosing || !thread.hasRun) return;
    this.#options.logger.error({ err: error }, 'The thread of the partition died');
    this.#setStatus({ role: 'inactive', health: 'unhealthy', message: 'The thread died and is started again' });
    if (this.#options.clock.nowMs() - this.#startedMs >= STABLE_MS) this.#restarts = 0;
    this.#restart();
  }

  #restart(): void {
    if (this.#restarts >= RESTARTS_MAX) {
      this.#options.logger.fatal({ restarts: this.#restarts }, 'The thread of the partition keeps dying: given up');
      this.#setStatus({ role: 'inactive', health: 'dead', message: `The thread died ${this.#restarts + 1} times` });
      return;
    }
    const waitMs = Math.min(RESTART_WAIT_MS_MIN * 2 ** this.#restarts, RESTART_WAIT_MS_MAX);
    this.#restarts++;
    this.#cancelRestart = this.#options.clock.schedule(waitMs, () => {
      this.#startThread().catch((error: unknown) => {
        if (this.#isClosing) return;
        this.#options.logger.error({ err: error }, 'The partition could not be started again');
        this.#restart();
      });
    });
  }

  #setStatus(status: PartitionStatus): void {
    this.#status = status;
    this.#options.onStatus(status);
  }
}
