import { connectPostgres, type TableName, tables } from '@waggle/secondary-storage';

/** Every row of every table, in the order of the keys, as texts. */
export async function databaseDump(url: string): Promise<Readonly<Record<string, readonly string[]>>> {
  const client = await connectPostgres(url);
  try {
    const dump: Record<string, readonly string[]> = {};
    for (const name of Object.keys(tables) as TableName[]) {
      const { rows } = await client.query<{ row: string }>(
        `SELECT CAST(${name} AS text) AS row FROM ${name} ORDER BY ${tables[name].primaryKey.join()}`,
      );
      dump[name] = rows.map(({ row }) => row);
    }
    return dump;
  } finally {
    await client.end();
  }
}
