import type { DatabaseLocation } from './reader-messages.ts';
import { ReaderPool } from './reader-pool.ts';
import type { ReadAnswer, ReadRequest } from './search-request.ts';

export type { DatabaseLocation } from './reader-messages.ts';

export interface SearchOptions {
  readonly database: DatabaseLocation;
  /** Of the {@link SharedPositions} that partitions and the export write. */
  readonly positions: SharedArrayBuffer;
  /** Where the records of process instances are kept. Default: nowhere. */
  readonly recordHistoryFolder?: string | undefined;
  /** How long a search waits for what was committed before it came. Default 5 s. */
  readonly freshnessTimeoutMs?: number | undefined;
  /** How long the database may work for one answer. Default 10 s. */
  readonly queryTimeoutMs?: number | undefined;
  /** Default 2. */
  readonly threadsMax?: number;
  readonly onThreadError?: (error: Error) => void;
}

/** Searches over the secondary storage; nothing runs before the first one. */
export interface Search {
  /** @throws {SearchError} */
  read(request: ReadRequest): Promise<ReadAnswer>;
  readonly threadCount: number;
  readonly pendingCount: number;
  /** Threads that still work for an answer nobody waits for, as it took too long. */
  readonly stuckThreadCount: number;
  close(): Promise<void>;
}

const FRESHNESS_TIMEOUT_MS = 5_000;
const QUERY_TIMEOUT_MS = 10_000;
const THREADS_MAX = 2;

export function startSearch(options: SearchOptions): Search {
  const { database, positions, recordHistoryFolder } = options;
  return new ReaderPool({
    start: {
      database,
      positions,
      recordHistoryFolder,
      freshnessTimeoutMs: options.freshnessTimeoutMs ?? FRESHNESS_TIMEOUT_MS,
      queryTimeoutMs: options.queryTimeoutMs ?? QUERY_TIMEOUT_MS,
    },
    threadsMax: options.threadsMax ?? THREADS_MAX,
    onThreadError: options.onThreadError ?? (() => undefined),
  });
}
