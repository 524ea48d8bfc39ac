import pg from 'pg';
import { SecondaryStorageError } from '../errors.ts';
import { connectPostgres } from '../postgres/postgres-client.ts';
import type { ReadOnlyDatabase } from './read-only-database.ts';

/** Rows fetched at a time. */
const ROWS_PER_FETCH = 1_000;
/** SQLSTATE: the statement would write in a transaction that only reads. */
const READ_ONLY_TRANSACTION = '25006';

/** @throws {SecondaryStorageError} UNREACHABLE, REFUSED */
export async function openPostgresReadOnly(url: string): Promise<ReadOnlyDatabase> {
  const client = await connectPostgres(url, {
    application_name: 'waggle sql',
    options: '-c default_transaction_read_only=on',
    types: { getTypeParser },
  });
  // Each error also fails the query it concerns, or the next one.
  client.on('error', () => undefined);
  return {
    async query(sql) {
      const text = sql.trim().replace(/;\s*$/, '');
      try {
        // Ends what nobody read to its end.
        await client.query('ROLLBACK');
        await client.query('BEGIN TRANSACTION READ ONLY');
        return /^(select|with|values|table)\b/i.test(text)
          ? await throughCursor(client, text)
          : await whole(client, text);
      } catch (error) {
        await client.query('ROLLBACK').catch(() => undefined);
        throw failure(error);
      }
    },
    close: () => client.end(),
  };
}

/** However many rows there are, only some are in memory. */
async function throughCursor(client: pg.Client, sql: string) {
  await one(client, `DECLARE found NO SCROLL CURSOR FOR ${sql}`);
  const fetch = () => one(client, `FETCH ${ROWS_PER_FETCH} FROM found`);
  const first = await fetch();
  async function* rows(): AsyncGenerator<readonly unknown[]> {
    try {
      for (let part = first.rows as unknown[][]; part.length > 0; part = (await fetch()).rows as unknown[][])
        yield* part;
    } catch (error) {
      throw failure(error);
    } finally {
      await client.query('ROLLBACK').catch(() => undefined);
    }
  }
  return { columns: first.fields.map(({ name }) => name), rows: rows() };
}

async function whole(client: pg.Client, sql: string) {
  const { fields, rows } = await one(client, sql);
  await client.query('ROLLBACK');
  return { columns: fields.map(({ name }) => name), rows: rows as unknown[][] };
}

/** Through the extended protocol, which takes one statement only. */
function one(client: pg.Client, text: string): Promise<pg.QueryArrayResult> {
  return client.query({ text, rowMode: 'array', queryMode: 'extended' } as pg.QueryArrayConfig);
}

/** 64-bit integers exactly; everything else as the driver has it. */
function getTypeParser(oid: number, format?: 'text' | 'binary'): (value: string) => unknown {
  return oid === pg.types.builtins.INT8 ? BigInt : pg.types.getTypeParser(oid, format as 'text');
}

function failure(error: unknown): SecondaryStorageError {
  if (error instanceof SecondaryStorageError) return error;
  const message = error instanceof Error ? error.message : String(error);
  const isWriting = error instanceof Error && 'code' in error && error.code === READ_ONLY_TRANSACTION;
  return new SecondaryStorageError(
    'FAILED',
    isWriting ? `Expected a statement that only reads, but this one would change something (${message})` : message,
    { cause: error },
  );
}
