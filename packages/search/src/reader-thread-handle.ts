import { Worker } from 'node:worker_threads';
import { SearchError } from './errors.ts';
import type { FromReader, ReaderStart, ToReader } from './reader-messages.ts';
import type { ReadAnswer, ReadRequest } from './search-request.ts';
import { ThreadActivity } from './thread-activity.ts';

/** A request and who waits for its answer. */
export interface PendingRead {
  readonly request: ReadRequest;
  readonly resolve: (answer: ReadAnswer) => void;
  readonly reject: (error: SearchError) => void;
}

export interface ReaderThreadOptions {
  readonly start: Omit<ReaderStart, 'activity'>;
  readonly onError: (error: Error) => void;
  /** The thread is gone, whatever the reason. */
  readonly onExit: () => void;
}

/** A stopping server waits this long for queries under way. */
const CLOSE_TIMEOUT_MS = 5_000;

/** The gateway's end of a reader thread. */
export class ReaderThreadHandle {
  readonly #worker: Worker;
  readonly #activity = new ThreadActivity();
  readonly #pending = new Map<number, PendingRead>();
  #lastId = 0;

  constructor({ start, onError, onExit }: ReaderThreadOptions) {
    this.#worker = new Worker(new URL('./reader-thread.ts', import.meta.url), {
      workerData: { ...start, activity: this.#activity.buffer } satisfies ReaderStart,
    });
    this.#worker.unref();
    this.#worker.on('message', (message: FromReader) => this.#receive(message));
    this.#worker.on('error', (error) => onError(error instanceof Error ? error : new Error(String(error))));
    this.#worker.on('exit', () => {
      onExit();
      for (const { reject } of this.takeAll()) {
        reject(new SearchError('UNAVAILABLE', 'Expected an answer of the read side, but its thread ended'));
      }
    });
  }

  get pendingCount(): number {
    return this.#pending.size;
  }

  read(pending: PendingRead): void {
    this.#lastId++;
    this.#pending.set(this.#lastId, pending);
    this.#post({ kind: 'read', id: this.#lastId, request: pending.request });
  }

  /** Takes off the request whose query holds up the thread for longer than this. */
  takeStuck(limitMs: number): PendingRead | undefined {
    const id = this.#activity.requestLongerThan(limitMs);
    const pending = id === undefined ? undefined : this.#pending.get(id);
    if (id !== undefined) this.#pending.delete(id);
    return pending;
  }

  takeAll(): readonly PendingRead[] {
    const all = [...this.#pending.values()];
    this.#pending.clear();
    return all;
  }

  /** Ends the thread as soon as its query does. */
  async terminate(): Promise<void> {
    await this.#worker.terminate();
  }

  async close(): Promise<void> {
    this.#post({ kind: 'close' });
    await new Promise<void>((resolve) => {
      // A query that runs on must not keep the server from stopping.
      const timer = setTimeout(() => {
        void this.#worker.terminate();
        resolve();
      }, CLOSE_TIMEOUT_MS);
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
    if (message.kind === 'answer') pending.resolve({ body: message.body, isFresh: message.isFresh });
    else pending.reject(new SearchError(message.code, message.message));
  }
}
