import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStoreWriter } from '@waggle/exporters/rdbms';
import { SharedPositions } from '@waggle/protocol';
import { type DatabaseLocation, type Search, startSearch } from '@waggle/search';
import { newPostgresSchema } from '@waggle/secondary-storage/test';
import { inject } from 'vitest';

export interface EmptySearch {
  readonly search: Search;
  /** Removes the database. */
  close(): Promise<void>;
}

/** Real reader threads over a real database in which there is nothing yet: PostgreSQL in the project `postgres`, else SQLite. */
export async function startEmptySearch(): Promise<EmptySearch> {
  const folder = mkdtempSync(join(tmpdir(), 'waggle-empty-search-'));
  const postgresUrl = inject('postgresUrl');
  const database: DatabaseLocation =
    postgresUrl === undefined
      ? { kind: 'sqlite', path: join(folder, 'waggle.db') }
      : { kind: 'postgres', url: await newPostgresSchema(postgresUrl) };
  const writer = await openStoreWriter(database);
  // Tables are made when they are first looked at.
  await writer.exportedPositions();
  await writer.close();
  const search = startSearch({ database, positions: new SharedPositions({ partitionCount: 1 }).buffer });
  return {
    search,
    async close() {
      await search.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
