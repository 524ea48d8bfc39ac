/**
 * Reader threads, started when they are needed and kept.
 *
 * 1. A request goes to the thread with the fewest requests; another thread starts when all have some.
 * 2. A query that takes longer than it may is answered as such at once, and its thread is left to itself: SQLite cannot be
 *    interrupted from outside, and nobody else shall wait for it.
 */
import { Worker } from 'node:worker_threads';
import { SearchError } from './errors.ts';
import type { FromReader, ReaderStart, ToReader } from './reader-messages.ts';
import type { ReadAnswer, ReadRequest } from './search-request.ts';

export interface ReaderPoolOptions {
  readonly start: ReaderStart;
  readonly threadsMax: number;
  /** How long a request may take, its wait for freshness included. */
  readonly requestTimeoutMs: number;
  readonly onThreadError: (error: Error) => void;
}

interface Pending {
  readonly resolve: (answer: ReadAnswer) => void;
  readonly reject: (error: SearchError) => void;
  readonly timer: NodeJS.Timeout;
}

export class ReaderPool {
  readonly #options: ReaderPoolOptions;
  readonly #threads: ReaderThread[] = [];
  #isClosed = false;

  constructor(options: ReaderPoolOptions) {
    this.#options = options;
  }

  get threadCount(): number {
    return this.#threads.length;
  }

  get pendingCount(): number {
    return this.#threads.reduce((sum, thread) => sum + thread.pendingCount, 0);
  }

  read(request: ReadRequest): Promise<ReadAnswer> {
    if (this.#isClosed) {
      return Promise.reject(new SearchError('UNAVAILABLE', 'Expected a running server, but it is stopping'));
    }
    return this.#threadFor().read(request);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.all(this.#threads.map((thread) => thread.close()));
  }

  #threadFor(): ReaderThread {
    let least: ReaderThread | undefined;
    for (const thread of this.#threads) {
      if (least === undefined || thread.pendingCount < least.pendingCount) least = thread;
    }
    if (least !== undefined && (least.pendingCount === 0 || this.#threads.length >= this.#options.threadsMax))
      return least;
    const thread = new ReaderThread(this.#options, () => this.#threads.splice(this.#threads.indexOf(thread), 1));
    this.#threads.push(thread);
    return thread;
  }
}

class ReaderThread {
  readonly #worker: Worker;
  readonly #pending = new Map<number, Pending>();
  readonly #requestTimeoutMs: number;
  readonly #leave: () => void;
  #lastId = 0;
  #isLeft = false;
  #isClosing = false;

  constructor({ start, requestTimeoutMs, onThreadError }: ReaderPoolOptions, leave: () => void) {
    this.#requestTimeoutMs = requestTimeoutMs;
    this.#leave = leave;
    this.#worker = new Worker(new URL('./reader-thread.ts', import.meta.url), { workerData: start });
    this.#worker.unref();
    this.#worker.on('message', (message: FromReader) => this.#receive(message));
    this.#worker.on('error', (error) => {
      onThreadError(error instanceof Error ? error : new Error(String(error)));
      this.#end(
        new SearchError('UNAVAILABLE', 'Expected an answer of the read side, but its thread ended', { cause: error }),
      );
    });
    this.#worker.on('exit', () =>
      this.#end(new SearchError('UNAVAILABLE', 'Expected an answer of the read side, but its thread ended')),
    );
  }

  get pendingCount(): number {
    return this.#pending.size;
  }

  read(request: ReadRequest): Promise<ReadAnswer> {
    this.#lastId++;
    const id = this.#lastId;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.#timeOut(id), this.#requestTimeoutMs);
      this.#pending.set(id, { resolve, reject, timer });
      this.#post({ kind: 'read', id, request });
    });
  }

  async close(): Promise<void> {
    this.#isClosing = true;
    this.#post({ kind: 'close' });
    await new Promise<void>((resolve) => {
      // A query that runs on must not keep the server from stopping.
      const timer = setTimeout(() => void this.#worker.terminate().then(() => resolve()), this.#requestTimeoutMs);
      this.#worker.once('exit', () => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  #post(message: ToReader): void {
    this.#worker.postMessage(message);
  }

  #receive(message: FromReader): void {
    const pending = this.#pending.get(message.id);
    if (pending === undefined) return;
    this.#pending.delete(message.id);
    clearTimeout(pending.timer);
    if (message.kind === 'answer') pending.resolve({ body: message.body, isFresh: message.isFresh });
    else pending.reject(new SearchError(message.code, message.message));
  }

  #timeOut(id: number): void {
    const pending = this.#pending.get(id);
    if (pending === undefined) return;
    this.#pending.delete(id);
    pending.reject(
      new SearchError(
        'TIMEOUT',
        `Expected an answer within ${this.#requestTimeoutMs} ms, but the query takes longer. Narrow the filter`,
      ),
    );
    if (!this.#isLeft) {
      this.#isLeft = true;
      this.#leave();
      void this.#worker.terminate();
    }
  }

  #end(error: SearchError): void {
    if (!this.#isLeft && !this.#isClosing) {
      this.#isLeft = true;
      this.#leave();
    }
    for (const { reject, timer } of this.#pending.values()) {
      clearTimeout(timer);
      reject(error);
    }
    this.#pending.clear();
  }
}
