import type { DatabaseLocation } from './reader-messages.ts';
import { ReaderPool } from './reader-pool.ts';
import type { ReadAnswer, ReadRequest } from './search-request.ts';

export type { DatabaseLocation } from './reader-messages.ts';

export interface SearchOptions {
  readonly database: DatabaseLocation;
  /** Of the {@link SharedPositions} that partitions and the export write. */
  readonly positions: SharedArrayBuffer;
  /** How long a search waits for what was committed before it came. Default 5 s. */
  readonly freshnessTimeoutMs?: number;
  /** How long a search may take in all. Default 30 s. */
  readonly requestTimeoutMs?: number;
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
  close(): Promise<void>;
}

const FRESHNESS_TIMEOUT_MS = 5_000;
const REQUEST_TIMEOUT_MS = 30_000;
const THREADS_MAX = 2;

export function startSearch(options: SearchOptions): Search {
  const { database, positions } = options;
  return new ReaderPool({
    start: { database, positions, freshnessTimeoutMs: options.freshnessTimeoutMs ?? FRESHNESS_TIMEOUT_MS },
    threadsMax: options.threadsMax ?? THREADS_MAX,
    requestTimeoutMs: options.requestTimeoutMs ?? REQUEST_TIMEOUT_MS,
    onThreadError: options.onThreadError ?? (() => undefined),
  });
}
