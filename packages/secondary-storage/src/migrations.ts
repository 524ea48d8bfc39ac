import { createTableStatements, type Dialect } from './ddl.ts';
import type { Table } from './table.ts';
import { tables } from './tables.ts';

/** A step of the schema; once released it never changes, the next change is the next step. */
export interface Migration {
  /** 1, 2, 3, … */
  readonly version: number;
  readonly name: string;
  statements(dialect: Dialect): readonly string[];
}

/** Tables that a step behind the first creates. */
const laterTables: ReadonlySet<Table> = new Set<Table>([tables.saved_filter, tables.user_task_comment]);

export const migrations: readonly Migration[] = [
  {
    version: 1,
    name: 'all tables',
    statements: (dialect) =>
      Object.values(tables)
        .filter((table) => !laterTables.has(table))
        .flatMap((table) => createTableStatements(table, dialect)),
  },
  {
    version: 2,
    name: 'saved filters and comments of user tasks',
    statements: (dialect) =>
      [tables.saved_filter, tables.user_task_comment].flatMap((table) => createTableStatements(table, dialect)),
  },
];

export const SCHEMA_VERSION = migrations.length;
