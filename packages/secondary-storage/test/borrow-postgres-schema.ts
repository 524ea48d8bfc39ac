import pg from 'pg';
import { tables } from '../src/tables.ts';
import { newPostgresSchema } from './postgres-schema.ts';

export interface BorrowedSchema {
  readonly url: string;
  /** Empties it for the next one; nobody may be connected any more. */
  giveBack(): Promise<void>;
}

const free = new Map<string, string[]>();

/** A schema without rows, perhaps with tables: making them takes far longer than emptying them. */
export async function borrowPostgresSchema(server: string): Promise<BorrowedSchema> {
  const schemas = free.get(server) ?? [];
  free.set(server, schemas);
  const url = schemas.pop() ?? (await newPostgresSchema(server));
  return {
    url,
    async giveBack() {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      try {
        await client.query(
          Object.keys(tables)
            .map((name) => `DELETE FROM ${name}`)
            .join(';'),
        );
        schemas.push(url);
      } finally {
        await client.end();
      }
    },
  };
}
