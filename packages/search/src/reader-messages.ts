import type { SearchErrorCode } from './errors.ts';
import type { ReadRequest } from './search-request.ts';

/** Where the database is. */
export type DatabaseLocation =
  | { readonly kind: 'sqlite'; readonly path: string }
  | { readonly kind: 'postgres'; readonly url: string };

/** Handed to a reader thread when it starts. */
export interface ReaderStart {
  readonly database: DatabaseLocation;
  /** Of the server's {@link SharedPositions}. */
  readonly positions: SharedArrayBuffer;
  /** Where the records of process instances are kept; `undefined` = nowhere. */
  readonly recordHistoryFolder: string | undefined;
  /** How long a request waits for what was committed before it came. */
  readonly freshnessTimeoutMs: number;
  /** How long the database may work for one answer. */
  readonly queryTimeoutMs: number;
  /** Of a {@link ThreadActivity}. */
  readonly activity: SharedArrayBuffer;
}

export type ToReader =
  | { readonly kind: 'read'; readonly id: number; readonly request: ReadRequest }
  | { readonly kind: 'close' };

export type FromReader =
  | { readonly kind: 'answer'; readonly id: number; readonly body: string | undefined; readonly isFresh: boolean }
  | { readonly kind: 'failure'; readonly id: number; readonly code: SearchErrorCode; readonly message: string };
