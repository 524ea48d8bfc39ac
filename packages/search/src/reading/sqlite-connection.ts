import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { openSqliteReader } from '@waggle/secondary-storage';
import type { CompiledQuery } from 'kysely';
import type { Connection } from './connection.ts';
import type { ResultRow } from './result-json.ts';

/** Prepared statements kept; the pages of a web app need some dozen. */
const STATEMENTS_MAX = 500;
/** Values of a statement that is kept. Lists of very many come in any length, and each holds a megabyte. */
const KEPT_PARAMETERS_MAX = 200;

export class SqliteConnection implements Connection {
  readonly dialect = 'sqlite';
  readonly isBlocking = true;
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  constructor(path: string) {
    this.#database = openSqliteReader(path);
  }

  all({ sql, parameters }: CompiledQuery): readonly ResultRow[] {
    const statement = this.#statements.get(sql) ?? this.#prepare(sql, parameters.length);
    return statement.all(...(parameters as readonly SQLInputValue[])) as unknown as readonly ResultRow[];
  }

  close(): void {
    this.#database.close();
  }

  #prepare(sql: string, parameterCount: number): StatementSync {
    const statement = this.#database.prepare(sql);
    statement.setReturnArrays(true);
    if (parameterCount > KEPT_PARAMETERS_MAX) return statement;
    if (this.#statements.size >= STATEMENTS_MAX) this.#statements.clear();
    this.#statements.set(sql, statement);
    return statement;
  }
}
