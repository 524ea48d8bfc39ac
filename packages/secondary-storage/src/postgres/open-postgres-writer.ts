import type pg from 'pg';
import { SecondaryStorageError } from '../errors.ts';
import { lockKeys } from './advisory-locks.ts';
import { migratePostgres } from './migrate-postgres.ts';
import { connectPostgres } from './postgres-client.ts';
import { postgresFailure, postgresName } from './postgres-failure.ts';

/** Somewhat longer than the server takes to find out that a machine is gone. An operator's own setting stays. */
const LOCK_TIMEOUT_MS = 20_000;
/** A statement that takes longer is tried again with a new connection: the network may be what hangs. */
const STATEMENT_TIMEOUT_MS = 120_000;

const SESSION = [
  // The server lets go of the lock of a machine that vanished, after 5 + 3 × 3 s.
  'SET tcp_keepalives_idle = 5',
  'SET tcp_keepalives_interval = 3',
  'SET tcp_keepalives_count = 3',
  // Rows are found by their keys. Without statistics, as in the first minute, the planner would scan and join instead.
  'SET enable_seqscan = off',
  'SET enable_hashjoin = off',
  'SET enable_mergejoin = off',
  'SET jit = off',
  // Logs let go of what is committed, so a commit must be durable. Stronger settings of the server stay.
  "SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'",
];

/**
 * Opens the connection that writes, and brings the schema up to date.
 *
 * It holds a lock for as long as it lives, and all writing goes through it: so two servers never write at once, not even
 * when one of them only seems to be dead.
 * @throws {SecondaryStorageError} UNREACHABLE, REFUSED, NEWER_SCHEMA, MIGRATION_FAILED; WRITTEN_ELSEWHERE: another server
 *   holds the lock.
 */
export async function openPostgresWriter(url: string): Promise<pg.Client> {
  const client = await connectPostgres(url, { pipeline: true });
  // Each error also fails the query it concerns, or the next one.
  client.on('error', () => undefined);
  try {
    await Promise.all(SESSION.map((statement) => client.query(statement)));
    await lock(client, url);
    await migratePostgres(client, url);
    await client.query(`SET statement_timeout = ${STATEMENT_TIMEOUT_MS}`);
    return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    throw postgresFailure(error, url);
  }
}

async function lock(client: pg.Client, url: string): Promise<void> {
  await client.query(
    `SELECT set_config('lock_timeout', '${LOCK_TIMEOUT_MS}', false) WHERE current_setting('lock_timeout') = '0'`,
  );
  try {
    await client.query(`SELECT pg_advisory_lock(${lockKeys('writer')})`);
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === '55P03')) throw cause;
    throw new SecondaryStorageError(
      'WRITTEN_ELSEWHERE',
      `Expected to be the only server that writes the ${postgresName(url)}, but another one does. Give each a database, or a schema, of its own`,
      { cause },
    );
  }
  // Nobody else changes tables or rows; whoever looks into them by hand may take a while.
  await client.query('SET lock_timeout = 0');
}
