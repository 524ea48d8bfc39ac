import pg from 'pg';

let schemas = 0;

/** A schema of its own in the database, for a test. @returns the URL whose tables lie there. */
export async function newPostgresSchema(url: string): Promise<string> {
  schemas++;
  const name = `test_${process.pid}_${crypto.randomUUID().slice(0, 8)}_${schemas}`;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`CREATE SCHEMA ${name}`);
  await client.end();
  return `${url}?options=${encodeURIComponent(`-c search_path=${name}`)}`;
}
