import type { Column, ColumnKind } from './column.ts';
import type { Table } from './table.ts';

export type Dialect = 'sqlite' | 'postgres';

const types: Readonly<Record<Dialect, Readonly<Record<ColumnKind, string>>>> = {
  sqlite: {
    key: 'INTEGER',
    integer: 'INTEGER',
    timestamp: 'INTEGER',
    boolean: 'INTEGER',
    text: 'TEXT',
    json: 'TEXT',
  },
  postgres: {
    key: 'bigint',
    integer: 'integer',
    timestamp: 'bigint',
    boolean: 'smallint',
    text: 'text COLLATE "C"',
    json: 'text',
  },
};

/** The statements that create a table and its indices. */
export function createTableStatements(table: Table, dialect: Dialect): string[] {
  const columns = Object.entries(table.columns).map(([name, column]) => `${name} ${columnType(column, dialect)}`);
  const primaryKey = `PRIMARY KEY (${table.primaryKey.join(', ')})`;
  // Rows whose key is one integer are stored in its order either way; for others this saves a second tree.
  const options = dialect === 'sqlite' && table.primaryKey.length > 1 ? ' STRICT, WITHOUT ROWID' : strictIn(dialect);
  return [
    `CREATE TABLE ${table.name} (${[...columns, primaryKey].join(', ')})${options}`,
    ...table.indexes.map(({ columns: indexed, where }, index) => {
      const condition = where === undefined ? '' : ` WHERE ${where}`;
      return `CREATE INDEX ${table.name}_${index + 1} ON ${table.name} (${indexed.join(', ')})${condition}`;
    }),
  ];
}

function strictIn(dialect: Dialect): string {
  return dialect === 'sqlite' ? ' STRICT' : '';
}

function columnType({ kind, isNullable }: Column, dialect: Dialect): string {
  return `${types[dialect][kind]}${isNullable ? '' : ' NOT NULL'}`;
}
