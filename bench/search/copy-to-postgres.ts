/** Fills PostgreSQL with the rows of SQLite: the same data as an export would write, in a fraction of the time. */
import { DatabaseSync } from 'node:sqlite';
import {
  connectPostgres,
  createTableStatements,
  migrations,
  postgresArrayTypes,
  type Table,
  tables,
} from '@waggle/secondary-storage';
import { Progress } from './progress.ts';

/** Rows of a statement: some megabytes of text. */
const ROWS = 20_000;

export async function copyToPostgres(path: string, url: string): Promise<void> {
  const from = new DatabaseSync(path, { readOnly: true });
  const to = await connectPostgres(url);
  for (const table of Object.values<Table>(tables)) {
    const [createTable, ...createIndexes] = createTableStatements(table, 'postgres');
    await to.query(createTable!);
    const columns = Object.entries(table.columns);
    const types = columns.map(([, { kind }], index) => `$${index + 1}::${postgresArrayTypes[kind]}`);
    const insert = `INSERT INTO ${table.name} SELECT * FROM unnest(${types.join(', ')})`;
    const total = Number(from.prepare(`SELECT count(*) AS count FROM ${table.name}`).get()?.count);
    const progress = new Progress(`postgres: ${table.name}`, total, 'rows');
    let copied = 0;
    for (const arrays of chunksOf(from, table)) {
      await to.query(insert, [...arrays]);
      copied = Math.min(total, copied + ROWS);
      progress.show(copied);
    }
    progress.end();
    for (const createIndex of createIndexes) await to.query(createIndex);
  }
  await to.query(
    'CREATE TABLE schema_version (version integer PRIMARY KEY, name text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())',
  );
  for (const { version, name } of migrations) {
    await to.query('INSERT INTO schema_version (version, name) VALUES ($1, $2)', [version, name]);
  }
  await to.end();
  from.close();
}

/** Columns of so many rows as texts of arrays, which SQLite writes itself. */
function* chunksOf(database: DatabaseSync, table: Table): Iterable<readonly string[]> {
  const columns = Object.entries(table.columns).map(([name, { kind }]) => {
    const value =
      kind === 'text' || kind === 'json' ? `'"' || replace(replace(${name}, '\\', '\\\\'), '"', '\\"') || '"'` : name;
    return `'{' || group_concat(coalesce(${value}, 'NULL')) || '}' AS ${name}`;
  });
  const hasRowId = table.primaryKey.length === 1;
  const rows = hasRowId
    ? `SELECT rowid AS place, * FROM ${table.name} WHERE rowid > ? ORDER BY rowid LIMIT ${ROWS}`
    : `SELECT 0 AS place, * FROM ${table.name} LIMIT ${ROWS} OFFSET ?`;
  const statement = database.prepare(`SELECT count(*), max(place), ${columns.join(', ')} FROM (${rows})`);
  statement.setReadBigInts(true);
  statement.setReturnArrays(true);
  for (let place = hasRowId ? -1n : 0n; ; ) {
    const [count, last, ...arrays] = statement.get(place) as unknown as [bigint, bigint | null, ...string[]];
    if (count === 0n) return;
    yield arrays;
    place = hasRowId ? last! : place + BigInt(ROWS);
  }
}
