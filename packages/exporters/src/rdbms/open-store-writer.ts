import type { DatabaseLocation } from './export-messages.ts';
import { PostgresWriter } from './postgres-writer.ts';
import { SqliteWriter } from './sqlite-writer.ts';
import type { StoreWriter } from './store-writer.ts';

/** Nothing is opened that can be away: the first call does so. */
export function openStoreWriter(database: DatabaseLocation): StoreWriter {
  switch (database.kind) {
    case 'sqlite':
      return new SqliteWriter(database.path);
    case 'postgres':
      return new PostgresWriter(database.url);
  }
}
