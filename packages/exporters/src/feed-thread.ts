/**
 * A thread that record feeds of all partitions lead into, started again whenever it ends by itself. What it knows it keeps
 * elsewhere: the next one asks the partitions for what is missing.
 */
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import type { RecordFeed } from '@waggle/broker';

const RESTART_MS_MIN = 100;
const RESTART_MS_MAX = 10_000;

/** What every such thread is told. */
export type ToFeedThread =
  | { readonly kind: 'connect'; readonly partitionId: number; readonly port: MessagePort }
  /** Write what came, and end. */
  | { readonly kind: 'close' };

export interface FeedThreadOptions<Message> {
  /** Names the feed for the broker. */
  readonly id: string;
  readonly script: URL;
  readonly workerData: unknown;
  /** Of the server's SharedPositions, when the thread writes there how far it is. */
  readonly positions?: SharedArrayBuffer;
  /** @returns whether the start is over with this message. */
  onMessage(message: Message): boolean;
  /** The thread ended with an error; the next one follows. */
  onError(error: unknown): void;
}

/** @typeParam Own messages it understands beside those of every such thread. */
export class FeedThread<Message extends { readonly kind: string }, Own = never> {
  /** For the broker. */
  readonly feed: RecordFeed;
  readonly #options: FeedThreadOptions<Message>;
  #worker: Worker | undefined;
  #reconnect: (() => void) | undefined;
  #restartMs = RESTART_MS_MIN;
  #isClosing = false;

  constructor(options: FeedThreadOptions<Message>) {
    this.#options = options;
    const { id, positions } = options;
    this.feed = {
      id,
      connect: (partitionId) => {
        const { port1, port2 } = new MessageChannel();
        this.#worker?.postMessage({ kind: 'connect', partitionId, port: port2 } satisfies ToFeedThread, [port2]);
        return positions === undefined ? { port: port1 } : { port: port1, positions };
      },
      onReconnect: (reconnect) => {
        this.#reconnect = reconnect;
        return () => {
          this.#reconnect = undefined;
        };
      },
    };
  }

  /** @throws what ended the first thread before its start was over; no other follows then. */
  async start(): Promise<void> {
    try {
      await this.#start();
    } catch (error) {
      // Nobody is there for whom the next thread could do any better.
      await this.close();
      throw error;
    }
  }

  /** Sends a message to the thread that runs; when none does it is lost. */
  post(message: Own): void {
    this.#worker?.postMessage(message);
  }

  async close(): Promise<void> {
    this.#isClosing = true;
    const worker = this.#worker;
    if (worker === undefined) return;
    const ended = new Promise((resolve) => worker.once('exit', resolve));
    worker.postMessage({ kind: 'close' } satisfies ToFeedThread);
    await ended;
  }

  #start(): Promise<void> {
    const { script, workerData, onMessage, onError } = this.#options;
    const worker = new Worker(script, { workerData });
    this.#worker = worker;
    return new Promise((resolve, reject) => {
      worker.on('message', (message: Message) => {
        if (message.kind === 'ready') this.#restartMs = RESTART_MS_MIN;
        if (onMessage(message)) resolve();
      });
      worker.on('error', (error) => {
        reject(error);
        onError(error);
      });
      worker.on('exit', () => this.#onExit(worker));
    });
  }

  #onExit(worker: Worker): void {
    if (this.#worker !== worker) return;
    this.#worker = undefined;
    if (this.#isClosing) return;
    const waitMs = this.#restartMs;
    this.#restartMs = Math.min(waitMs * 2, RESTART_MS_MAX);
    const timer = setTimeout(() => {
      if (this.#isClosing) return;
      this.#start().then(
        () => this.#reconnect?.(),
        // Its own 'error' event told; the next try comes with the exit.
        () => undefined,
      );
    }, waitMs);
    timer.unref();
  }
}
