import type { ReaderStart } from '../reader-messages.ts';
import type { Connection } from './connection.ts';
import { PostgresConnection } from './postgres-connection.ts';
import { SqliteConnection } from './sqlite-connection.ts';

export function openConnection({
  database,
  queryTimeoutMs,
}: Pick<ReaderStart, 'database' | 'queryTimeoutMs'>): Connection {
  switch (database.kind) {
    case 'sqlite':
      return new SqliteConnection(database.path);
    case 'postgres':
      return new PostgresConnection(database.url, queryTimeoutMs);
  }
}
