/**
 * The database in the data folder, through Node's own SQLite.
 *
 * 1. One connection writes, any number read: WAL lets readers see the last committed state while the next is written.
 * 2. A commit need not reach the disk at once (`synchronous = NORMAL`): what a power failure takes away is exported again,
 *    since the log keeps it until a flush of the WAL made it durable.
 */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { SecondaryStorageError } from '../errors.ts';
import { migrations, SCHEMA_VERSION } from '../migrations.ts';

/** Bytes of pages a connection keeps. */
const CACHE_BYTES = 16 * 1024 * 1024;
/**
 * Pages (64 MB) after which a commit brings the WAL into the database. The export does so itself every few seconds; under load a
 * transaction is as long as SQLite's own default, and each would write its pages twice.
 */
const WAL_PAGES = 16_000;
/** A reader that meets a checkpoint, or another process that looks at the file, waits this long before it fails. */
const BUSY_TIMEOUT_MS = 5_000;

/** Opens the database to write, creates it when it is missing, and brings its schema up to date. */
export function openSqliteWriter(path: string): DatabaseSync {
  mkdirSync(dirname(path), { recursive: true });
  const database = new DatabaseSync(path, { timeout: BUSY_TIMEOUT_MS });
  // Pages of removed rows are given back by retention, a few at a time. It can only be said of a file that is still empty,
  // which it is not any more once the next line has written its header.
  database.exec('PRAGMA auto_vacuum = INCREMENTAL');
  database.exec('PRAGMA journal_mode = WAL');
  database.exec('PRAGMA synchronous = NORMAL');
  database.exec(`PRAGMA wal_autocheckpoint = ${WAL_PAGES}`);
  configure(database);
  migrate(database, path);
  return database;
}

/** Opens the database to read; it must exist. */
export function openSqliteReader(path: string): DatabaseSync {
  const database = new DatabaseSync(path, { readOnly: true, timeout: BUSY_TIMEOUT_MS });
  configure(database);
  return database;
}

function configure(database: DatabaseSync): void {
  database.exec(`PRAGMA cache_size = ${-CACHE_BYTES / 1024}`);
  database.exec('PRAGMA temp_store = MEMORY');
}

function migrate(database: DatabaseSync, path: string): void {
  const version = (database.prepare('PRAGMA user_version').get() as { user_version: number }).user_version;
  if (version > SCHEMA_VERSION) {
    throw new SecondaryStorageError(
      'NEWER_SCHEMA',
      `Expected ${path} to have a schema of version ${SCHEMA_VERSION} or older, but it has ${version}. Start the newer release that wrote it`,
    );
  }
  for (const migration of migrations.slice(version)) {
    database.exec('BEGIN IMMEDIATE');
    try {
      for (const statement of migration.statements('sqlite')) database.exec(statement);
      database.exec(`PRAGMA user_version = ${migration.version}`);
      database.exec('COMMIT');
    } catch (error) {
      database.exec('ROLLBACK');
      throw new SecondaryStorageError(
        'MIGRATION_FAILED',
        `Expected the schema of ${path} to become version ${migration.version} (${migration.name}), but that failed`,
        { cause: error },
      );
    }
  }
}
