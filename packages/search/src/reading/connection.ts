import type { Dialect } from '@waggle/secondary-storage';
import type { CompiledQuery } from 'kysely';
import type { ResultRow } from './result-json.ts';

/** The reading end of a database. */
export interface Connection {
  readonly dialect: Dialect;
  /** A query holds up the thread until it is done. */
  readonly isBlocking: boolean;
  /** Rows as arrays of columns. @throws {SearchError} TIMEOUT, UNAVAILABLE. */
  all(query: CompiledQuery): readonly ResultRow[] | Promise<readonly ResultRow[]>;
  close(): void | Promise<void>;
}
