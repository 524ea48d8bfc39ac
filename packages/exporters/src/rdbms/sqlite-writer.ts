import { closeSync, fdatasyncSync, openSync } from 'node:fs';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Key } from '@waggle/protocol';
import { type CellValue, openSqliteWriter, type TableName, tables } from '@waggle/secondary-storage';
import { type ProcessDefinitionNames, retentionOf } from './process-definitions.ts';
import { type Cells, onConflictAdd, type RowChange, type RowChanges } from './row-changes.ts';
import type { StoreTransaction } from './store-transaction.ts';
import type { StoreWriter } from './store-writer.ts';

interface TableStatements {
  /** Columns in the order of the insert's parameters. */
  readonly columns: readonly string[];
  readonly insert: StatementSync;
  /** Made when it is first needed. */
  accumulate: StatementSync | undefined;
  readonly delete: StatementSync;
  /** By the names of the cells they set. */
  readonly updates: Map<string, StatementSync>;
}

/** Statements kept beside those of tables; more different ones than this are not written by folds. */
const STATEMENTS_MAX = 1_000;

/** A file gets smaller when this part of it is free: what a quieter time needs no more. */
const SHRINK_SHARE_MIN = 0.25;
/** 4 MB; less is not worth the moves of pages. */
const SHRINK_PAGES_MIN = 1_024;
/** Pages given back at a time: some milliseconds. */
const SHRINK_PAGES = 512;

export class SqliteWriter implements StoreWriter {
  readonly #path: string;
  readonly #database: DatabaseSync;
  readonly #tables = new Map<TableName, TableStatements>();
  readonly #statements = new Map<string, StatementSync>();

  constructor(path: string) {
    this.#path = path;
    this.#database = openSqliteWriter(path);
  }

  exportedPositions(): ReadonlyMap<number, number> {
    const rows = this.#database.prepare('SELECT partition_id, position FROM exported_position').all();
    return new Map(rows.map((row) => [Number(row.partition_id), Number(row.position)]));
  }

  *processDefinitionNames(): Iterable<readonly [Key, ProcessDefinitionNames]> {
    const statement = this.#database.prepare(
      'SELECT process_definition_key, name, version, version_tag, element_names, element_tools, history_time_to_live FROM process_definition',
    );
    statement.setReadBigInts(true);
    for (const row of statement.iterate()) {
      yield [
        row.process_definition_key as Key,
        {
          name: row.name as string | null,
          version: Number(row.version),
          versionTag: row.version_tag as string | null,
          elementNames: JSON.parse(row.element_names as string),
          elementTools: JSON.parse(row.element_tools as string),
          historyMs: retentionOf(row.history_time_to_live as string | null),
        },
      ];
    }
  }

  commit(changes: RowChanges, positions: ReadonlyMap<number, number>): void {
    this.#database.exec('BEGIN IMMEDIATE');
    try {
      for (const [table, rows] of changes.rows()) {
        const statements = this.#statementsOf(table);
        for (const change of rows) this.#write(table, statements, change);
      }
      for (const { sql, parameters } of changes.statements) this.#prepared(sql).run(...parameters.map(boundValue));
      const position = this.#prepared(
        'INSERT INTO exported_position VALUES (?, ?) ON CONFLICT (partition_id) DO UPDATE SET position = excluded.position',
      );
      for (const [partitionId, value] of positions) position.run(partitionId, value);
      this.#database.exec('COMMIT');
    } catch (error) {
      // A full disk may have ended the transaction already.
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
      throw error;
    }
  }

  async transact<Result>(action: (transaction: StoreTransaction) => Promise<Result>): Promise<Result> {
    this.#database.exec('BEGIN IMMEDIATE');
    try {
      const result = await action({
        run: async (sql, parameters) => Number(this.#prepared(sql).run(...parameters.map(boundValue)).changes),
        keys: async (sql, parameters) => this.#keys(sql, parameters),
      });
      this.#database.exec('COMMIT');
      return result;
    } catch (error) {
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
      throw error;
    }
  }

  shrink(): boolean {
    const free = this.#number('PRAGMA freelist_count');
    // Free pages are used first, so a load that goes on needs them again.
    if (free < SHRINK_PAGES_MIN || free < SHRINK_SHARE_MIN * this.#number('PRAGMA page_count')) return false;
    this.#database.exec(`PRAGMA incremental_vacuum(${SHRINK_PAGES})`);
    return this.#number('PRAGMA freelist_count') < free;
  }

  makeDurable(): void {
    // A checkpoint that meets a reader skips its own flush, and says nothing.
    const wal = openSync(`${this.#path}-wal`, 'r+');
    try {
      fdatasyncSync(wal);
    } finally {
      closeSync(wal);
    }
    this.#database.exec('PRAGMA wal_checkpoint(PASSIVE)');
  }

  close(): void {
    this.#database.close();
  }

  #keys(sql: string, parameters: readonly CellValue[]): readonly bigint[] {
    const statement = this.#prepared(sql);
    statement.setReadBigInts(true);
    return statement.all(...parameters.map(boundValue)).map((row) => Object.values(row)[0] as bigint);
  }

  #number(pragma: string): number {
    return Number(Object.values(this.#prepared(pragma).get() ?? {})[0]);
  }

  #write(table: TableName, statements: TableStatements, change: RowChange): void {
    switch (change.kind) {
      case 'insert': {
        const { row } = change;
        statements.insert.run(...statements.columns.map((column) => boundValue(row[column]!)));
        break;
      }
      case 'accumulate': {
        const { row } = change;
        this.#accumulation(table, statements).run(...statements.columns.map((column) => boundValue(row[column]!)));
        break;
      }
      case 'delete':
        statements.delete.run(...tables[table].primaryKey.map((column) => boundValue(cellOf(change.key, column))));
        break;
      case 'update':
        this.#update(table, statements, change);
    }
  }

  #accumulation(table: TableName, statements: TableStatements): StatementSync {
    statements.accumulate ??= this.#database.prepare(
      `INSERT INTO ${table} (${statements.columns.join(', ')}) VALUES (${statements.columns.map(() => '?').join(', ')}) ${onConflictAdd(table)}`,
    );
    return statements.accumulate;
  }

  #update(
    table: TableName,
    { updates }: TableStatements,
    { key, cells }: Extract<RowChange, { kind: 'update' }>,
  ): void {
    const set = Object.keys(cells);
    if (set.length === 0) return;
    const id = set.join();
    let statement = updates.get(id);
    if (statement === undefined) {
      const assignments = set.map((column) => `${column} = ?`);
      const condition = tables[table].primaryKey.map((column) => `${column} = ?`).join(' AND ');
      statement = this.#database.prepare(`UPDATE ${table} SET ${assignments.join(', ')} WHERE ${condition}`);
      updates.set(id, statement);
    }
    statement.run(
      ...set.map((column) => boundValue(cellOf(cells, column))),
      ...tables[table].primaryKey.map((column) => boundValue(cellOf(key, column))),
    );
  }

  #statementsOf(table: TableName): TableStatements {
    let statements = this.#tables.get(table);
    if (statements === undefined) {
      const columns = Object.keys(tables[table].columns);
      const condition = tables[table].primaryKey.map((column) => `${column} = ?`).join(' AND ');
      statements = {
        columns,
        insert: this.#database.prepare(
          `INSERT OR REPLACE INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
        ),
        accumulate: undefined,
        delete: this.#database.prepare(`DELETE FROM ${table} WHERE ${condition}`),
        updates: new Map(),
      };
      this.#tables.set(table, statements);
    }
    return statements;
  }

  #prepared(sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      if (this.#statements.size >= STATEMENTS_MAX) this.#statements.clear();
      statement = this.#database.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }
}

function cellOf(cells: Cells, column: string): CellValue {
  return cells[column] ?? null;
}

function boundValue(value: CellValue): bigint | number | string | null {
  return typeof value === 'boolean' ? Number(value) : value;
}
