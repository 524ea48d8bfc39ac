import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStoreWriter } from '@waggle/exporters/rdbms';
import { SharedPositions } from '@waggle/protocol';
import { type Search, startSearch } from '@waggle/search';

export interface EmptySearch {
  readonly search: Search;
  /** Removes the database. */
  close(): Promise<void>;
}

/** Real reader threads over a real database in which there is nothing yet. */
export async function startEmptySearch(): Promise<EmptySearch> {
  const folder = mkdtempSync(join(tmpdir(), 'waggle-empty-search-'));
  const database = { kind: 'sqlite', path: join(folder, 'waggle.db') } as const;
  const writer = await openStoreWriter(database);
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
