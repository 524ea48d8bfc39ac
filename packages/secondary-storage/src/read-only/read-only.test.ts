import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasPostgresPrograms, type PostgresServer, startPostgres } from '../../test/index.ts';
import { openPostgresWriter } from '../postgres/open-postgres-writer.ts';
import { openSqliteWriter } from '../sqlite/open-sqlite.ts';
import { openPostgresReadOnly } from './open-postgres-read-only.ts';
import { openSqliteReadOnly } from './open-sqlite-read-only.ts';
import type { ReadOnlyDatabase } from './read-only-database.ts';

const insert = (key: string) => `INSERT INTO exported_position (partition_id, position) VALUES (1, ${key})`;
const BEYOND_EXACT = 9_007_199_254_740_993n;

let folder: string;
let postgres: PostgresServer | undefined;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'waggle-read-only-'));
  const writer = openSqliteWriter(join(folder, 'waggle.db'));
  writer.exec(insert(String(BEYOND_EXACT)));
  writer.close();
  if (!hasPostgresPrograms()) return;
  postgres = await startPostgres();
  const client = await openPostgresWriter(postgres.url);
  await client.query(insert(String(BEYOND_EXACT)));
  await client.end();
}, 60_000);
afterAll(async () => {
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function rowsOf(database: ReadOnlyDatabase, sql: string): Promise<unknown[]> {
  const { rows } = await database.query(sql);
  const all: unknown[] = [];
  for await (const row of rows) all.push(row);
  return all;
}

const writing = [
  'DELETE FROM exported_position',
  'UPDATE exported_position SET position = 0',
  insert('2'),
  'DROP TABLE exported_position',
  'CREATE TABLE mine (a integer)',
  'CREATE TEMPORARY TABLE mine AS SELECT 1',
];

describe.each([
  ['SQLite', async () => openSqliteReadOnly(join(folder, 'waggle.db'))],
  ['PostgreSQL', async () => (postgres === undefined ? undefined : openPostgresReadOnly(postgres.url))],
] as const)('%s for people who only look', (name, open) => {
  test('should give columns and rows, keys exactly', async ({ skip }) => {
    const database = (await open()) ?? skip('there is no PostgreSQL on this machine');
    const { columns } = await database.query('SELECT position, partition_id AS id FROM exported_position;');
    expect(columns).toEqual(['position', 'id']);
    expect(String(await rowsOf(database, 'SELECT position FROM exported_position'))).toBe(String(BEYOND_EXACT));
    expect(await rowsOf(database, "SELECT NULL, 'a''b'")).toEqual([[null, "a'b"]]);
    await database.close();
  });

  test('should refuse what writes', async ({ skip }) => {
    const database = (await open()) ?? skip('there is no PostgreSQL on this machine');
    for (const sql of writing) {
      // PostgreSQL lets a session have tables of its own, which nobody else sees.
      if (name === 'PostgreSQL' && sql.includes('TEMPORARY')) continue;
      await expect(rowsOf(database, sql), sql).rejects.toMatchObject({
        code: 'FAILED',
        message: expect.stringContaining('Expected a statement that only reads'),
      });
    }
    expect(await rowsOf(database, 'SELECT count(*) FROM exported_position')).toMatchObject([[1n]]);
    await database.close();
  });

  test('should take one statement at a time', async ({ skip }) => {
    const database = (await open()) ?? skip('there is no PostgreSQL on this machine');
    for (const sql of ['SELECT 1; DELETE FROM exported_position', 'COMMIT; DELETE FROM exported_position', 'SELEC 1']) {
      await expect(rowsOf(database, sql), sql).rejects.toMatchObject({ code: 'FAILED' });
    }
    expect(await rowsOf(database, 'SELECT count(*) FROM exported_position')).toMatchObject([[1n]]);
    await database.close();
  });

  test('should give more rows than are in memory at a time', async ({ skip }) => {
    const database = (await open()) ?? skip('there is no PostgreSQL on this machine');
    const sql = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2500) SELECT i FROM n';
    expect(await rowsOf(database, sql)).toHaveLength(2_500);
    await database.close();
  });
});

test('should not write another file either', async () => {
  const database = openSqliteReadOnly(join(folder, 'waggle.db'));
  const copy = join(folder, 'copy.db');
  for (const sql of [`VACUUM INTO '${copy}'`, `ATTACH '${copy}' AS copy`, 'PRAGMA user_version = 7', 'BEGIN']) {
    await expect(rowsOf(database, sql), sql).rejects.toMatchObject({ code: 'FAILED' });
  }
  expect(existsSync(copy)).toBe(false);
  await database.close();
});
