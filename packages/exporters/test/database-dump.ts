import { openSqliteReader, type TableName, tables } from '@waggle/secondary-storage';

/** Every row of every table, in the order of the keys. */
export function databaseDump(path: string): Readonly<Record<string, readonly unknown[]>> {
  const database = openSqliteReader(path);
  try {
    const names = Object.keys(tables) as TableName[];
    return Object.fromEntries(
      names.map((name) => {
        const statement = database.prepare(`SELECT * FROM ${name} ORDER BY ${tables[name].primaryKey.join()}`);
        statement.setReadBigInts(true);
        return [name, statement.all().map((row) => ({ ...row }))];
      }),
    );
  } finally {
    database.close();
  }
}
