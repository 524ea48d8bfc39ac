import { type MessagePort, Worker } from 'node:worker_threads';
import type { Command } from '@waggle/protocol';
import { type Logger, pino } from 'pino';
import { BrokerError } from './errors.ts';
import { FrameWriter, readFrame } from './frame-channel.ts';
import type { MetricSample } from './metric.ts';
import type { PartitionStatus } from './partition-link.ts';
import type { PartitionOutput } from './partition-output.ts';
import type { ConnectedFeed } from './record-feed.ts';
import { frameInput, type PartitionInput, readOutput } from './worker-frames.ts';
import {
  type FromWorker,
  receivedError,
  type ToWorker,
  type WorkerAnswers,
  type WorkerRequest,
  type WorkerStart,
} from './worker-messages.ts';

export interface PartitionThreadOptions {
  readonly start: WorkerStart;
  readonly output: PartitionOutput;
  readonly logger: Logger;
  readonly onStatus: (status: PartitionStatus) => void;
  readonly onMetrics: (samples: readonly MetricSample[]) => void;
}

/** One life of a partition's thread. */
export class PartitionThread {
  readonly input: PartitionInput;
  /** Rejects when the partition could not be started. */
  readonly started: Promise<void>;
  /** Resolves when the thread is gone, with what killed it. */
  readonly ended: Promise<Error | undefined>;
  hasRun = false;
  closeError: Error | undefined;
  commandsOnTheWay = 0;
  bytesOnTheWay = 0;
  readonly #options: PartitionThreadOptions;
  readonly #worker: Worker;
  readonly #frames: FrameWriter;
  readonly #requests = new Map<number, { resolve: (answer: never) => void; reject: (error: Error) => void }>();
  #lastRequestId = 0;
  #error: Error | undefined;

  constructor(options: PartitionThreadOptions) {
    this.#options = options;
    this.#worker = new Worker(new URL('./partition-worker.ts', import.meta.url), {
      workerData: options.start,
      transferList: options.start.feeds.map(({ connection }) => connection.port),
      name: `partition-${options.start.partitionId}`,
    });
    this.#frames = new FrameWriter((frame) => this.#send({ kind: 'frame', frame }));
    this.input = frameInput(this.#frames);
    const started = Promise.withResolvers<void>();
    this.started = started.promise;
    this.ended = new Promise((resolve) => {
      this.#worker.on('error', (error) => {
        this.#error = error instanceof Error ? error : new Error(String(error));
      });
      this.#worker.on('exit', (code) => {
        const { partitionId } = options.start;
        const error = new BrokerError(
          'WORKER_FAILED',
          `Expected the thread of partition ${partitionId} to run, but it ended with code ${code}`,
          { cause: this.#error },
        );
        started.reject(error);
        for (const { reject } of this.#requests.values()) reject(error);
        resolve(error);
      });
    });
    this.#worker.on('message', (message: FromWorker) => this.#receive(message, started));
  }

  submit(command: Command, bytes: number): void {
    this.commandsOnTheWay++;
    this.bytesOnTheWay += bytes;
    this.input.submit(command, bytes);
  }

  post(message: ToWorker): void {
    this.#frames.flush();
    this.#send(message);
  }

  connectFeed(feed: ConnectedFeed): void {
    this.#send({ kind: 'connectFeed', feed }, [feed.connection.port]);
  }

  /** @throws the partition's own error, or that its thread ended. */
  request<Request extends WorkerRequest>(request: Request): Promise<WorkerAnswers[Request]> {
    return new Promise((resolve, reject) => {
      const id = ++this.#lastRequestId;
      this.#requests.set(id, { resolve, reject });
      this.post({ kind: 'request', id, request });
    });
  }

  terminate(): Promise<number> {
    return this.#worker.terminate();
  }

  #send(message: ToWorker, transfer: readonly MessagePort[] = []): void {
    this.#worker.postMessage(message, transfer);
  }

  #receive(message: FromWorker, started: PromiseWithResolvers<void>): void {
    const { output, start, onStatus, onMetrics } = this.#options;
    switch (message.kind) {
      case 'frame':
        this.commandsOnTheWay -= message.consumed;
        this.bytesOnTheWay -= message.consumedBytes;
        readFrame(message.frame, (reader) => readOutput(reader, start.partitionId, output));
        break;
      case 'started':
        this.hasRun = true;
        started.resolve();
        break;
      case 'startFailed':
        started.reject(receivedError(message.error));
        break;
      case 'status':
        onStatus(message.status);
        break;
      case 'metrics':
        onMetrics(message.samples);
        break;
      case 'answer':
        this.#requests.get(message.id)?.resolve(message.answer as never);
        this.#requests.delete(message.id);
        break;
      case 'failure':
        this.#requests.get(message.id)?.reject(receivedError(message.error));
        this.#requests.delete(message.id);
        break;
      case 'log':
        this.#log(message.line);
        break;
      case 'closed':
        if (message.error !== undefined) this.closeError = receivedError(message.error);
        break;
    }
  }

  #log(line: string): void {
    const { level, msg, ...fields } = JSON.parse(line) as { level: number; msg?: string };
    const label = pino.levels.labels[level] ?? 'info';
    this.#options.logger[label as pino.Level](fields, msg);
  }
}
