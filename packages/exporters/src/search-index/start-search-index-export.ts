/**
 * An exporter to a search engine, in a thread of its own for all partitions.
 *
 * 1. A server that is away, at the start or later, holds nobody up: the log keeps what it has not got.
 * 2. The thread may die at any moment: the next one goes on behind what was remembered, and writes the same documents.
 */
import type { RecordFeed } from '@waggle/broker';
import type { Logger } from 'pino';
import { FeedThread } from '../feed-thread.ts';
import type { FromSearchIndex, SearchIndexStart } from './search-index-messages.ts';
import type { SearchIndexSettings } from './search-index-settings.ts';

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
  const running = new SearchIndexThread(options);
  await running.start();
  return running;
}

class SearchIndexThread implements RunningSearchIndexExport {
  readonly id: string;
  problem: string | undefined;
  counters: SearchIndexExportCounters = { records: 0, bytes: 0, bulks: 0, failures: 0 };
  readonly #logger: Logger;
  readonly #thread: FeedThread<FromSearchIndex>;

  constructor({ settings, stateFile, logger }: SearchIndexExportStart) {
    this.id = settings.id;
    this.#logger = logger.child({ exporter: this.id });
    this.#thread = new FeedThread({
      id: this.id,
      script: new URL('./search-index-thread.ts', import.meta.url),
      workerData: { settings, stateFile } satisfies SearchIndexStart,
      onMessage: (message: FromSearchIndex) => {
        this.#receive(message);
        return message.kind === 'ready';
      },
      onError: (error) => {
        this.problem = `The exporter ${this.id} ended: ${error instanceof Error ? error.message : String(error)}`;
        this.#logger.error({ err: error }, 'The exporter ended');
      },
    });
  }

  get feed(): RecordFeed {
    return this.#thread.feed;
  }

  start(): Promise<void> {
    return this.#thread.start();
  }

  close(): Promise<void> {
    return this.#thread.close();
  }

  #receive(message: FromSearchIndex): void {
    const { records, bytes, bulks, failures } = this.counters;
    switch (message.kind) {
      case 'ready':
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
}
