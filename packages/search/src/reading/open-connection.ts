import { SearchError } from '../errors.ts';
import type { DatabaseLocation } from '../reader-messages.ts';
import type { Connection } from './connection.ts';
import { SqliteConnection } from './sqlite-connection.ts';

export function openConnection(database: DatabaseLocation): Connection {
  switch (database.kind) {
    case 'sqlite':
      return new SqliteConnection(database.path);
    case 'postgres':
      throw new SearchError('UNAVAILABLE', 'Expected a SQLite database, but PostgreSQL cannot be read yet');
  }
}
