/**
 * An exporter to a search engine, in a thread of its own for all partitions.
 *
 * 1. A server that is away, at the start or later, holds nobody up: the log keeps what it has not got.
 * 2. The thread may die at any moment: the next one goes on behind what was remembered, and writes the same documents.
 */
import { MessageChannel, Worker } from 'node:worker_threads';
import type { RecordFeed, RecordFeedConnection } from '@waggle/broker';
import type { Logger } from 'pino';
import type { FromSearchIndex, SearchIndexStart, ToSearchIndex } from './search-index-messages.ts';
import type { SearchIndexSettings } from './search-index-settings.ts';

const RESTART_MS_MIN = 100;
const RESTART_MS_MAX = 10_000;

export interface SearchIndexExportStart {
  readonly settings: SearchIndexSettings;
  /** File that remembers positions; `undefined` = nothing is kept, like the logs. */
  readonly stateFile: string | undefined;
  readonly logger: Logger;
}

export interface SearchIndexExportCounters {
  readonly records: number;
  readonly bytes: number;
  readonly bulks: number;
  readonly failures: number;
}

export interface RunningSearchIndexExport {
  readonly id: string;
  /** For the broker. */
  readonly feed: RecordFeed;
  /** What is wrong, for people; `undefined` = nothing. */
  readonly problem: string | undefined;
  /** Since the start. */
  readonly counters: SearchIndexExportCounters;
  /** Writes what came, unless the server is away. The broker must be closed before, so that nothing else comes. */
  close(): Promise<void>;
}

/** @throws what it remembers cannot be read. */
export async function startSearchIndexExport(options: SearchIndexExportStart): Promise<RunningSearchIndexExport> {
  const running = new SearchIndexThreads(options);
  try {
    await running.start();
  } catch (error) {
    await running.close();
    throw error;
  }
  return running;
}

class SearchIndexThreads implements RunningSearchIndexExport {
  readonly id: string;
  readonly feed: RecordFeed;
  problem: string | undefined;
  counters: SearchIndexExportCounters = { records: 0, bytes: 0, bulks: 0, failures: 0 };
  readonly #options: SearchIndexExportStart;
  readonly #logger: Logger;
  #worker: Worker | undefined;
  #reconnect: (() => void) | undefined;
  #restartMs = RESTART_MS_MIN;
  #isClosing = false;

  constructor(options: SearchIndexExportStart) {
    this.#options = options;
    this.id = options.settings.id;
    this.#logger = options.logger.child({ exporter: this.id });
    this.feed = {
      id: this.id,
      connect: (partitionId) => this.#connect(partitionId),
      onReconnect: (reconnect) => {
        this.#reconnect = reconnect;
        return () => {
          this.#reconnect = undefined;
        };
      },
    };
  }

  start(): Promise<void> {
    const { settings, stateFile } = this.#options;
    const start: SearchIndexStart = { settings, stateFile };
    const worker = new Worker(new URL('./search-index-thread.ts', import.meta.url), { workerData: start });
    this.#worker = worker;
    return new Promise((resolve, reject) => {
      worker.on('message', (message: FromSearchIndex) => {
        if (message.kind === 'ready') resolve();
        this.#receive(message);
      });
      worker.on('error', (error) => {
        reject(error);
        this.problem = `The exporter ${this.id} ended: ${error instanceof Error ? error.message : String(error)}`;
        this.#logger.error({ err: error }, 'The exporter ended');
      });
      worker.on('exit', () => this.#onExit(worker));
    });
  }

  async close(): Promise<void> {
    this.#isClosing = true;
    const worker = this.#worker;
    if (worker === undefined) return;
    const ended = new Promise((resolve) => worker.once('exit', resolve));
    worker.postMessage({ kind: 'close' } satisfies ToSearchIndex);
    await ended;
  }

  #connect(partitionId: number): RecordFeedConnection {
    const { port1, port2 } = new MessageChannel();
    this.#worker?.postMessage({ kind: 'connect', partitionId, port: port2 } satisfies ToSearchIndex, [port2]);
    return { port: port1 };
  }

  #receive(message: FromSearchIndex): void {
    const { records, bytes, bulks, failures } = this.counters;
    switch (message.kind) {
      case 'ready':
        this.#restartMs = RESTART_MS_MIN;
        this.problem = undefined;
        break;
      case 'failure':
        this.counters = { ...this.counters, failures: failures + 1 };
        this.problem = `The exporter ${this.id} cannot write: ${message.message}`;
        this.#logger.warn({ nextTryMs: message.nextTryMs }, `${this.problem}. It is tried again`);
        break;
      case 'written':
        this.counters = {
          records: records + message.records,
          bytes: bytes + message.bytes,
          bulks: bulks + 1,
          failures,
        };
        break;
      case 'recovered':
        this.problem = undefined;
        this.#logger.info('The exporter can write again');
        break;
    }
  }

  #onExit(worker: Worker): void {
    if (this.#worker !== worker) return;
    this.#worker = undefined;
    if (this.#isClosing) return;
    const waitMs = this.#restartMs;
    this.#restartMs = Math.min(waitMs * 2, RESTART_MS_MAX);
    const timer = setTimeout(() => {
      if (this.#isClosing) return;
      this.start().then(
        () => this.#reconnect?.(),
        // Its own 'error' event told; the next try comes with the exit.
        () => undefined,
      );
    }, waitMs);
    timer.unref();
  }
}
