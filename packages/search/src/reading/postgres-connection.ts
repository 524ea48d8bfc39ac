import { postgresFailure, postgresSettings, postgresText } from '@waggle/secondary-storage';
import type { CompiledQuery } from 'kysely';
import pg from 'pg';
import { queryTimeout, SearchError } from '../errors.ts';
import type { Connection } from './connection.ts';
import type { ResultRow } from './result-json.ts';

/** Connections of one reader thread. PostgreSQL does the work, so a thread has several queries under way. */
const CONNECTIONS_MAX = 4;
/** Idle connections are let go of: a server that nobody asks costs the database nothing. */
const IDLE_MS = 60_000;
const QUERY_CANCELED = '57014';

export class PostgresConnection implements Connection {
  readonly dialect = 'postgres';
  readonly isBlocking = false;
  readonly #url: string;
  readonly #queryTimeoutMs: number;
  readonly #pool: pg.Pool;

  constructor(url: string, queryTimeoutMs: number) {
    this.#url = url;
    this.#queryTimeoutMs = queryTimeoutMs;
    this.#pool = new pg.Pool({
      ...postgresSettings(url),
      max: CONNECTIONS_MAX,
      idleTimeoutMillis: IDLE_MS,
      allowExitOnIdle: true,
      statement_timeout: queryTimeoutMs,
      // For a network that swallows everything; the server's own limit comes first.
      query_timeout: queryTimeoutMs + 1_000,
      // Queries are many and short: compiling them, or starting processes for one, costs more than it gains.
      options: '-c jit=off -c max_parallel_workers_per_gather=0 -c default_transaction_read_only=on',
    });
    // An idle connection that broke is replaced when it is needed.
    this.#pool.on('error', () => undefined);
  }

  async all({ sql, parameters }: CompiledQuery): Promise<readonly ResultRow[]> {
    try {
      const { rows } = await this.#pool.query({ text: sql, values: parameters.map(bound), rowMode: 'array' });
      return rows as ResultRow[];
    } catch (error) {
      throw this.#failure(error);
    }
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }

  #failure(error: unknown): Error {
    const isCanceled = error instanceof Error && 'code' in error && error.code === QUERY_CANCELED;
    if (isCanceled || (error instanceof Error && error.message === 'Query read timeout')) {
      return queryTimeout(this.#queryTimeoutMs, error);
    }
    const failure = postgresFailure(error, this.#url);
    return failure.code === 'UNREACHABLE' || failure.code === 'REFUSED'
      ? new SearchError('UNAVAILABLE', failure.message, { cause: error })
      : failure;
  }
}

/** The driver writes keys as texts itself. */
function bound(value: unknown): unknown {
  return typeof value === 'string' ? postgresText(value) : value;
}
