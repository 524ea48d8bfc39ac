/**
 * Reader threads, started when they are needed and kept.
 *
 * 1. A request goes to the thread with the fewest requests; another thread starts when all have some.
 * 2. A query that holds up its thread for longer than it may is answered as such, and its thread is left to itself: SQLite
 *    cannot be interrupted from outside. What waited behind it goes to another thread: a slow query delays nobody else.
 * 3. Threads left to themselves still cost a core each, so there are few; until one ends, no other takes its place.
 */
import { queryTimeout, SearchError } from './errors.ts';
import type { ReaderStart } from './reader-messages.ts';
import { type PendingRead, ReaderThreadHandle } from './reader-thread-handle.ts';
import type { ReadAnswer, ReadRequest } from './search-request.ts';

export interface ReaderPoolOptions {
  readonly start: Omit<ReaderStart, 'activity'>;
  readonly threadsMax: number;
  readonly onThreadError: (error: Error) => void;
}

/** Threads whose query nobody waits for any more. */
const STUCK_THREADS_MAX = 2;
/** How often running queries are looked at: a limit is kept to within this. */
const WATCH_INTERVAL_MS = 250;
/** Requests that wait for an answer; more would be answered too late to be of use to anybody. */
const PENDING_MAX = 10_000;

export class ReaderPool {
  readonly #options: ReaderPoolOptions;
  readonly #threads: ReaderThreadHandle[] = [];
  readonly #stuck = new Set<ReaderThreadHandle>();
  #watch: NodeJS.Timeout | undefined;
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

  /** Threads that still work for an answer nobody waits for. */
  get stuckThreadCount(): number {
    return this.#stuck.size;
  }

  read(request: ReadRequest): Promise<ReadAnswer> {
    return new Promise((resolve, reject) => this.#read({ request, resolve, reject }));
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearInterval(this.#watch);
    for (const thread of this.#stuck) void thread.terminate();
    await Promise.all(this.#threads.map((thread) => thread.close()));
  }

  #read(pending: PendingRead): void {
    if (this.#isClosed) {
      pending.reject(new SearchError('UNAVAILABLE', 'Expected a running server, but it is stopping'));
      return;
    }
    const thread = this.#threadFor();
    if (thread === undefined || thread.pendingCount >= PENDING_MAX) {
      pending.reject(
        new SearchError(
          'UNAVAILABLE',
          'Expected the secondary storage to take a query, but it is busy with others that take too long. Try again later',
        ),
      );
      return;
    }
    thread.read(pending);
    if (this.#watch === undefined) {
      this.#watch = setInterval(() => this.#leaveStuckThreads(), WATCH_INTERVAL_MS);
      this.#watch.unref();
    }
  }

  #threadFor(): ReaderThreadHandle | undefined {
    let least: ReaderThreadHandle | undefined;
    for (const thread of this.#threads) {
      if (least === undefined || thread.pendingCount < least.pendingCount) least = thread;
    }
    if (least?.pendingCount === 0 || this.#threads.length >= this.#threadsMax) return least;
    return this.#newThread();
  }

  get #threadsMax(): number {
    return this.#options.threadsMax - Math.max(0, this.#stuck.size - STUCK_THREADS_MAX + 1);
  }

  #newThread(): ReaderThreadHandle {
    const { start, onThreadError } = this.#options;
    const thread = new ReaderThreadHandle({
      start,
      onError: onThreadError,
      onExit: () => {
        this.#stuck.delete(thread);
        this.#remove(thread);
      },
    });
    this.#threads.push(thread);
    return thread;
  }

  #leaveStuckThreads(): void {
    const { queryTimeoutMs } = this.#options.start;
    for (const thread of [...this.#threads]) {
      const slow = thread.takeStuck(queryTimeoutMs);
      if (slow === undefined) continue;
      slow.reject(queryTimeout(queryTimeoutMs));
      this.#remove(thread);
      this.#stuck.add(thread);
      void thread.terminate();
      for (const pending of thread.takeAll()) this.#read(pending);
    }
  }

  #remove(thread: ReaderThreadHandle): void {
    const index = this.#threads.indexOf(thread);
    if (index >= 0) this.#threads.splice(index, 1);
  }
}
