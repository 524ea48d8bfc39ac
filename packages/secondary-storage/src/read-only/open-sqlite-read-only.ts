import { constants, DatabaseSync } from 'node:sqlite';
import { SecondaryStorageError } from '../errors.ts';
import type { ReadOnlyDatabase } from './read-only-database.ts';

/** What another connection that writes may keep it waiting. */
const BUSY_TIMEOUT_MS = 5_000;

/** A read-only file is not enough: `VACUUM INTO` writes another one. */
const allowed: ReadonlySet<number> = new Set([
  constants.SQLITE_SELECT,
  constants.SQLITE_READ,
  constants.SQLITE_FUNCTION,
  constants.SQLITE_RECURSIVE,
  // Those that would write are refused by the connection.
  constants.SQLITE_PRAGMA,
]);

/** @param path of a database that exists. */
export function openSqliteReadOnly(path: string): ReadOnlyDatabase {
  const database = new DatabaseSync(path, { readOnly: true, timeout: BUSY_TIMEOUT_MS });
  database.setAuthorizer((action) => (allowed.has(action) ? constants.SQLITE_OK : constants.SQLITE_DENY));
  return {
    async query(sql) {
      try {
        const statement = database.prepare(sql);
        // SQLite reads the first of several statements and forgets the others.
        const rest = sql.slice(sql.indexOf(statement.sourceSQL) + statement.sourceSQL.length);
        if (rest.trim() !== '') throw new Error(`Expected one statement, but another one follows: ${rest.trim()}`);
        statement.setReadBigInts(true);
        statement.setReturnArrays(true);
        const columns = statement.columns().map(({ name }) => name);
        const rows = statement.iterate() as unknown as Iterable<readonly unknown[]>;
        return { columns, rows: failuresNamed(rows) };
      } catch (error) {
        throw failure(error);
      }
    },
    async close() {
      database.close();
    },
  };
}

/** What goes wrong on the way is told like what goes wrong at the start. */
function* failuresNamed(rows: Iterable<readonly unknown[]>): Iterable<readonly unknown[]> {
  try {
    yield* rows;
  } catch (error) {
    throw failure(error);
  }
}

function failure(cause: unknown): SecondaryStorageError {
  const message = cause instanceof Error ? cause.message : String(cause);
  const isWriting = /not authorized|authorization denied|readonly database/.test(message);
  return new SecondaryStorageError(
    'FAILED',
    isWriting ? `Expected a statement that only reads, but this one would change something (${message})` : message,
    { cause },
  );
}
