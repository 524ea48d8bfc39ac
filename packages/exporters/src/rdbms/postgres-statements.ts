/** Changes of rows as statements over whole arrays: one for all rows of a table that change in the same columns. */
import {
  type CellValue,
  postgresArray,
  postgresArrayTypes,
  postgresText,
  postgresValue,
  type Table,
  type TableName,
  tables,
} from '@waggle/secondary-storage';
import { cutKeyText, cutText, indexedTextBytes } from './indexed-text.ts';
import { onConflictAdd, type RowChange, type RowChanges } from './row-changes.ts';

export interface PostgresStatement {
  readonly sql: string;
  readonly parameters: readonly (string | number | null)[];
}

/** Rows of one statement; more would only make larger messages. */
const ROWS_MAX = 5_000;

/** Statements of a transaction, in their order. */
export function* changeStatements(changes: RowChanges): Iterable<PostgresStatement> {
  for (const [table, rows] of changes.rows()) {
    for (const { sql, columns, rows: values } of groupsOf(table, rows)) {
      for (let start = 0; start < values.length; start += ROWS_MAX) {
        const chunk = values.slice(start, start + ROWS_MAX);
        yield { sql, parameters: columns.map((_, index) => postgresArray(chunk.map((row) => row[index]!))) };
      }
    }
  }
  for (const { sql, parameters } of changes.statements) {
    yield { sql: numbered(sql), parameters: parameters.map(postgresValue) };
  }
}

interface Group {
  readonly sql: string;
  /** Columns of each array. */
  readonly columns: readonly string[];
  readonly rows: (readonly CellValue[])[];
}

function groupsOf(name: TableName, changes: Iterable<RowChange>): Iterable<Group> {
  const table: Table = tables[name];
  const groups = new Map<string, Group>();
  const bytes = indexedTextBytes(table);
  const cell = (column: string, value: CellValue = null) => {
    const bytesMax = typeof value === 'string' ? bytes.get(column) : undefined;
    if (bytesMax === undefined) return value;
    const cut = table.primaryKey.includes(column) ? cutKeyText : cutText;
    return cut(postgresText(value as string), bytesMax);
  };
  const groupFor = (id: string, make: () => Omit<Group, 'rows'>) => {
    let group = groups.get(id);
    if (group === undefined) {
      group = { ...make(), rows: [] };
      groups.set(id, group);
    }
    return group;
  };
  for (const change of changes) {
    switch (change.kind) {
      case 'insert': {
        const { columns, rows } = groupFor('insert', () => insertOf(table));
        rows.push(columns.map((column) => cell(column, change.row[column])));
        break;
      }
      case 'accumulate': {
        const { columns, rows } = groupFor('accumulate', () => accumulateOf(name, table));
        rows.push(columns.map((column) => cell(column, change.row[column])));
        break;
      }
      case 'delete': {
        const { columns, rows } = groupFor('delete', () => deleteOf(table));
        rows.push(columns.map((column) => cell(column, change.key[column])));
        break;
      }
      case 'update': {
        const set = Object.keys(change.cells);
        if (set.length === 0) break;
        const { rows } = groupFor(`update ${set.join()}`, () => updateOf(table, set));
        rows.push([
          ...table.primaryKey.map((column) => cell(column, change.key[column])),
          ...set.map((column) => cell(column, change.cells[column])),
        ]);
      }
    }
  }
  return groups.values();
}

function insertOf(table: Table): Omit<Group, 'rows'> {
  const columns = Object.keys(table.columns);
  const others = columns.filter((column) => !table.primaryKey.includes(column));
  const onConflict =
    others.length === 0
      ? 'DO NOTHING'
      : `DO UPDATE SET ${others.map((column) => `${column} = excluded.${column}`).join(', ')}`;
  return {
    columns,
    sql: `INSERT INTO ${table.name} (${columns.join(', ')}) SELECT * FROM unnest(${arrays(table, columns)}) ON CONFLICT (${table.primaryKey.join(', ')}) ${onConflict}`,
  };
}

function accumulateOf(name: TableName, table: Table): Omit<Group, 'rows'> {
  const columns = Object.keys(table.columns);
  return {
    columns,
    sql: `INSERT INTO ${name} (${columns.join(', ')}) SELECT * FROM unnest(${arrays(table, columns)}) ${onConflictAdd(name)}`,
  };
}

function deleteOf(table: Table): Omit<Group, 'rows'> {
  const columns = table.primaryKey;
  return {
    columns,
    sql: `DELETE FROM ${table.name} USING unnest(${arrays(table, columns)}) AS change(${columns.join(', ')}) WHERE ${sameRow(table)}`,
  };
}

function updateOf(table: Table, set: readonly string[]): Omit<Group, 'rows'> {
  const columns = [...table.primaryKey, ...set];
  const assignments = set.map((column) => `${column} = change.${column}`);
  return {
    columns,
    sql: `UPDATE ${table.name} SET ${assignments.join(', ')} FROM unnest(${arrays(table, columns)}) AS change(${columns.join(', ')}) WHERE ${sameRow(table)}`,
  };
}

function arrays(table: Table, columns: readonly string[]): string {
  return columns.map((column, index) => `$${index + 1}::${postgresArrayTypes[table.columns[column]!.kind]}`).join(', ');
}

function sameRow(table: Table): string {
  return table.primaryKey.map((column) => `${table.name}.${column} = change.${column}`).join(' AND ');
}

/** Folds write `?`; none of their statements has one in a text. */
export function numbered(sql: string): string {
  let count = 0;
  return sql.replace(/\?/g, () => `$${++count}`);
}
