/** A database of the bench: where it is, its sizes, and how it gets its statistics. */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { DatabaseLocation } from '@waggle/search';
import { connectPostgres } from '@waggle/secondary-storage';
import { type PostgresServer, startPostgres } from '@waggle/secondary-storage/test';

export type DatabaseKind = 'sqlite' | 'postgres';

export interface SearchDatabase {
  readonly kind: DatabaseKind;
  readonly location: DatabaseLocation;
  /** Bytes on the disk. */
  size(): Promise<number>;
  close(): Promise<void>;
}

/** What a small production server would have, of settings that matter here; durable as PostgreSQL is by default. */
const POSTGRES_SETTINGS = {
  fsync: 'on',
  full_page_writes: 'on',
  shared_buffers: '1GB',
  max_wal_size: '4GB',
  work_mem: '16MB',
  random_page_cost: '1.1',
};

export async function openSearchDatabase(kind: DatabaseKind, folder: string): Promise<SearchDatabase> {
  return kind === 'sqlite' ? openSqlite(folder) : openPostgres(folder);
}

function openSqlite(folder: string): SearchDatabase {
  const path = join(folder, 'waggle.db');
  return {
    kind: 'sqlite',
    location: { kind: 'sqlite', path },
    size: async () => (existsSync(path) ? statSync(path).size : 0),
    close: async () => undefined,
  };
}

async function openPostgres(folder: string): Promise<SearchDatabase> {
  const server: PostgresServer = await startPostgres({ folder, settings: POSTGRES_SETTINGS });
  return {
    kind: 'postgres',
    location: { kind: 'postgres', url: server.url },
    async size() {
      const client = await connectPostgres(server.url);
      const { rows } = await client.query<{ size: number }>('SELECT pg_database_size(current_database()) AS size');
      await client.end();
      return rows[0]!.size;
    },
    close: () => server.stop(),
  };
}

/** Waits for what the database does by itself in the background after so many rows came at once. */
export async function settle({ location }: SearchDatabase): Promise<void> {
  if (location.kind === 'sqlite') {
    const database = new DatabaseSync(location.path);
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    database.close();
    return;
  }
  const client = await connectPostgres(location.url);
  await client.query('VACUUM ANALYZE');
  await client.query('CHECKPOINT');
  await client.end();
}
