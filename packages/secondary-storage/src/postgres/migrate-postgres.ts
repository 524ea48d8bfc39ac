import type pg from 'pg';
import { SecondaryStorageError } from '../errors.ts';
import { migrations, SCHEMA_VERSION } from '../migrations.ts';
import { lockKeys } from './advisory-locks.ts';
import { postgresFailure, postgresName } from './postgres-failure.ts';

/**
 * Brings the schema up to date, all steps in one transaction. Servers that start at once do so one after another.
 * @throws {SecondaryStorageError} NEWER_SCHEMA, MIGRATION_FAILED: the schema is as it was.
 */
export async function migratePostgres(client: pg.Client, url: string): Promise<void> {
  try {
    await client.query('BEGIN');
    await client.query(`SELECT pg_advisory_xact_lock(${lockKeys('migration')})`);
    await client.query(
      'CREATE TABLE IF NOT EXISTS schema_version (version integer PRIMARY KEY, name text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())',
    );
    const { rows } = await client.query<{ version: number | null }>(
      'SELECT max(version) AS version FROM schema_version',
    );
    const version = rows[0]?.version ?? 0;
    if (version > SCHEMA_VERSION) {
      throw new SecondaryStorageError(
        'NEWER_SCHEMA',
        `Expected the ${postgresName(url)} to have a schema of version ${SCHEMA_VERSION} or older, but it has ${version}. Start the newer release that wrote it`,
      );
    }
    for (const migration of migrations.slice(version)) {
      // Sent in one go; when one fails the others do, and the first says why.
      await Promise.all(migration.statements('postgres').map((statement) => client.query(statement)));
      await client.query('INSERT INTO schema_version (version, name) VALUES ($1, $2)', [
        migration.version,
        migration.name,
      ]);
    }
    await client.query('COMMIT');
  } catch (error) {
    // The caller lets go of the connection, and the server of what it began.
    const failure = postgresFailure(error, url);
    if (failure.code !== 'FAILED') throw failure;
    throw new SecondaryStorageError(
      'MIGRATION_FAILED',
      `Expected the schema of the ${postgresName(url)} to become version ${SCHEMA_VERSION}, but that failed: ${failure.message}`,
      { cause: error },
    );
  }
}
