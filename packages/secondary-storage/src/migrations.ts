import { createTableStatements, type Dialect } from './ddl.ts';
import { tables } from './tables.ts';

/** A step of the schema; once released it never changes, the next change is the next step. */
export interface Migration {
  /** 1, 2, 3, … */
  readonly version: number;
  readonly name: string;
  statements(dialect: Dialect): readonly string[];
}

export const migrations: readonly Migration[] = [
  {
    version: 1,
    name: 'all tables',
    statements: (dialect) => Object.values(tables).flatMap((table) => createTableStatements(table, dialect)),
  },
];

export const SCHEMA_VERSION = migrations.length;
