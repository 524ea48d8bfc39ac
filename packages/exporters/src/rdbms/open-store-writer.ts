import type { DatabaseLocation } from './export-messages.ts';
import { SqliteWriter } from './sqlite-writer.ts';
import type { StoreWriter } from './store-writer.ts';

export function openStoreWriter(database: DatabaseLocation): StoreWriter | Promise<StoreWriter> {
  switch (database.kind) {
    case 'sqlite':
      return new SqliteWriter(database.path);
    case 'postgres':
      throw new Error('Expected a SQLite database, but PostgreSQL cannot be written yet');
  }
}
