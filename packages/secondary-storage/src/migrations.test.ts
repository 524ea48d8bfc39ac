import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { migrations, SCHEMA_VERSION } from './migrations.ts';
import { openSqliteWriter } from './sqlite/open-sqlite.ts';
import { tables } from './tables.ts';

/** Path of a database whose schema is of this version. */
function databaseOf(version: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'waggle-migrations-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'waggle.db');
  const database = new DatabaseSync(path);
  for (const migration of migrations.slice(0, version)) {
    for (const statement of migration.statements('sqlite')) database.exec(statement);
  }
  database.exec(`PRAGMA user_version = ${version}`);
  database.close();
  return path;
}

/** Every table and index as the database has it. */
function schemaOf(path: string): unknown[] {
  const database = openSqliteWriter(path);
  const schema = database.prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name').all();
  database.close();
  return schema;
}

test('should number the steps one after another', () => {
  expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, index) => index + 1));
});

test('should make every table in exactly one step', () => {
  const created = migrations
    .flatMap((migration) => migration.statements('sqlite'))
    .flatMap((statement) => /^CREATE TABLE (\w+)/.exec(statement)?.[1] ?? []);
  expect(created.toSorted()).toEqual(Object.keys(tables).toSorted());
});

test('should bring the database of any older version to the schema of a new one', () => {
  const fresh = schemaOf(databaseOf(0));
  for (let version = 1; version < SCHEMA_VERSION; version++) {
    expect(schemaOf(databaseOf(version)), `from version ${version}`).toEqual(fresh);
  }
});
