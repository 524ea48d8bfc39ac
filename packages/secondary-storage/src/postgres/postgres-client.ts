import pg from 'pg';
import { postgresFailure } from './postgres-failure.ts';

/** A server that does not answer within this is as good as away. */
const CONNECT_TIMEOUT_MS = 5_000;

/** What every connection has, whoever opens it. @param url `postgres://user:password@host:port/database`. */
export function postgresSettings(url: string): pg.ClientConfig {
  return {
    connectionString: url,
    application_name: 'waggle',
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
    types: { getTypeParser },
  };
}

/** @throws {SecondaryStorageError} UNREACHABLE or REFUSED */
export async function connectPostgres(url: string, settings: pg.ClientConfig = {}): Promise<pg.Client> {
  try {
    const client = new pg.Client({ ...postgresSettings(url), ...settings });
    await client.connect();
    return client;
  } catch (error) {
    throw postgresFailure(error, url);
  }
}

/**
 * Counts and times are numbers as SQLite gives them; keys are read as text, and what is too large for a number is a query
 * that forgot so.
 */
function getTypeParser(oid: number, format?: 'text' | 'binary'): (value: string) => unknown {
  return oid === pg.types.builtins.INT8 || oid === pg.types.builtins.NUMERIC
    ? exactNumber
    : pg.types.getTypeParser(oid, format as 'text');
}

function exactNumber(text: string): number {
  const number = Number(text);
  if (Math.abs(number) <= Number.MAX_SAFE_INTEGER) return number;
  throw new RangeError(`Expected a number that JavaScript has exactly, but got ${text}; select keys as text`);
}
