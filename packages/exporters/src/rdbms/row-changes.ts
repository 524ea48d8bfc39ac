/**
 * What one transaction changes, collected before anything is written: a row that starts, changes and ends within it is
 * written once.
 *
 * 1. Changes of one row keep their order; changes of different rows have none, but for statements, which run last.
 * 2. A change of a row that is not there changes nothing, as in SQL.
 */
import { type CellValue, type Row, type RowKey, type Table, type TableName, tables } from '@waggle/secondary-storage';
import { withKeys } from './store-transaction.ts';

type TableOf<Name extends TableName> = (typeof tables)[Name];

/** What a transaction does to one row. */
export type RowChange =
  | { readonly kind: 'insert'; readonly row: Cells }
  | { readonly kind: 'accumulate'; readonly row: Cells }
  | { readonly kind: 'update'; readonly key: Cells; readonly cells: Cells }
  | { readonly kind: 'delete'; readonly key: Cells };

export type Cells = Readonly<Record<string, CellValue>>;

/** A change that is no row's alone. Parameters are `?` in both databases' texts. */
export interface StatementChange {
  readonly sql: string;
  readonly parameters: readonly CellValue[];
}

/** A statement about some hundred keys is planned as fast as it runs. */
const STATEMENT_KEYS_MAX = 256;

export class RowChanges {
  readonly #rows = new Map<TableName, Map<CellValue, RowChange>>();
  readonly #statements: StatementChange[] = [];
  /** Keys by the statement that is about them. */
  readonly #keyed = new Map<string, Set<bigint>>();
  #count = 0;

  get isEmpty(): boolean {
    return this.#rows.size === 0 && this.#statements.length === 0 && this.#keyed.size === 0;
  }

  /** Grows with each change; of what it is before and behind something tells whether that changed anything. */
  get count(): number {
    return this.#count;
  }

  /** Puts a row there, in place of one with its key. */
  insert<Name extends TableName>(table: Name, row: Row<TableOf<Name>>): void {
    const cells = row as Cells;
    const rows = this.#rowsOf(table);
    const id = idOf(table, cells);
    const before = rows.get(id);
    // Cells that were told before the row itself belong to it.
    const whole = before?.kind === 'update' ? { ...cells, ...before.cells } : cells;
    rows.set(id, { kind: 'insert', row: whole });
  }

  /**
   * Adds the numbers of a row to those of the row with its key, or puts it there; of times the later one stays.
   * Such tables are changed in no other way.
   */
  accumulate<Name extends TableName>(table: Name, row: Row<TableOf<Name>>): void {
    const cells = row as Cells;
    const rows = this.#rowsOf(table);
    const id = idOf(table, cells);
    const before = rows.get(id);
    if (before !== undefined && before.kind !== 'accumulate') {
      throw new Error(`Expected ${table} to be accumulated only, but a row has another change: ${before.kind}`);
    }
    rows.set(id, { kind: 'accumulate', row: before === undefined ? cells : summed(table, before.row, cells) });
  }

  update<Name extends TableName>(table: Name, key: RowKey<TableOf<Name>>, cells: Partial<Row<TableOf<Name>>>): void {
    const rows = this.#rowsOf(table);
    const id = idOf(table, key as Cells);
    const before = rows.get(id);
    switch (before?.kind) {
      case 'accumulate':
        throw new Error(`Expected ${table} to be accumulated only, but a row of it is changed otherwise`);
      case 'insert':
        rows.set(id, { kind: 'insert', row: { ...before.row, ...(cells as Cells) } });
        break;
      case 'update':
        rows.set(id, { kind: 'update', key: key as Cells, cells: { ...before.cells, ...(cells as Cells) } });
        break;
      case 'delete':
        break;
      case undefined:
        rows.set(id, { kind: 'update', key: key as Cells, cells: cells as Cells });
    }
  }

  delete<Name extends TableName>(table: Name, key: RowKey<TableOf<Name>>): void {
    this.#rowsOf(table).set(idOf(table, key as Cells), { kind: 'delete', key: key as Cells });
  }

  /** Runs behind all changes of rows, in the order of the calls. */
  execute(sql: string, parameters: readonly CellValue[]): void {
    this.#count++;
    this.#statements.push({ sql, parameters });
  }

  /**
   * Runs a statement about many rows, once for all keys it is asked for, behind all other changes.
   * @param sql `IN (?)` stands for the keys; each counts once.
   */
  executeFor(sql: string, key: bigint): void {
    this.#count++;
    const keys = this.#keyed.get(sql);
    if (keys === undefined) this.#keyed.set(sql, new Set([key]));
    else keys.add(key);
  }

  *rows(): Iterable<readonly [TableName, Iterable<RowChange>]> {
    for (const [table, rows] of this.#rows) yield [table, rows.values()];
  }

  get statements(): readonly StatementChange[] {
    return [...this.#statements, ...[...this.#keyed].flatMap(([sql, keys]) => keyedStatements(sql, [...keys]))];
  }

  clear(): void {
    this.#rows.clear();
    this.#statements.length = 0;
    this.#keyed.clear();
  }

  /** For a change. */
  #rowsOf(table: TableName): Map<CellValue, RowChange> {
    this.#count++;
    let rows = this.#rows.get(table);
    if (rows === undefined) {
      rows = new Map();
      this.#rows.set(table, rows);
    }
    return rows;
  }
}

function idOf(table: TableName, cells: Cells): CellValue {
  const { primaryKey } = tables[table];
  const [first = '', ...others] = primaryKey;
  if (others.length === 0) return cells[first]!;
  return primaryKey.map((column) => String((cells as Record<string, CellValue>)[column])).join('\0');
}

function summed(table: TableName, first: Cells, second: Cells): Cells {
  const sum: Record<string, CellValue> = { ...first };
  for (const column of accumulatedColumns(table)) {
    const [one, other] = [Number(first[column]), Number(second[column])];
    sum[column] = isTimestamp(table, column) ? Math.max(one, other) : one + other;
  }
  return sum;
}

function isTimestamp(table: TableName, column: string): boolean {
  const { columns }: Table = tables[table];
  return columns[column]?.kind === 'timestamp';
}

/** All but the key. */
function accumulatedColumns(table: TableName): readonly string[] {
  const { columns, primaryKey }: Table = tables[table];
  return Object.keys(columns).filter((column) => !primaryKey.includes(column));
}

/** How both databases accumulate a row. */
export function onConflictAdd(table: TableName): string {
  const sums = accumulatedColumns(table).map((column) => {
    const [one, other] = [`${table}.${column}`, `excluded.${column}`];
    const sum = isTimestamp(table, column)
      ? `CASE WHEN ${one} > ${other} THEN ${one} ELSE ${other} END`
      : `${one} + ${other}`;
    return `${column} = ${sum}`;
  });
  return `ON CONFLICT (${tables[table].primaryKey.join(', ')}) DO UPDATE SET ${sums.join(', ')}`;
}

function keyedStatements(sql: string, keys: readonly bigint[]): StatementChange[] {
  const statements: StatementChange[] = [];
  for (let from = 0; from < keys.length; from += STATEMENT_KEYS_MAX) {
    const [text, parameters] = withKeys(sql, keys.slice(from, from + STATEMENT_KEYS_MAX));
    statements.push({ sql: text, parameters });
  }
  return statements;
}
