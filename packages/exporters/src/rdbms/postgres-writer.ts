/**
 * Writes PostgreSQL through one connection.
 *
 * 1. A transaction goes out as a whole without waiting for answers in between: one round trip, however many statements.
 * 2. A connection that failed is given up, and another one opened. Nothing is committed over it before the caller saw what
 *    the database holds: a commit whose answer was lost may have succeeded, and another database may have taken its place.
 */
import type { Key } from '@waggle/protocol';
import {
  type CellValue,
  openPostgresWriter,
  postgresFailure,
  postgresName,
  postgresValue,
  SecondaryStorageError,
} from '@waggle/secondary-storage';
import type pg from 'pg';
import { changeStatements, numbered, type PostgresStatement } from './postgres-statements.ts';
import { type ProcessDefinitionNames, retentionOf } from './process-definitions.ts';
import type { RowChanges } from './row-changes.ts';
import type { StoreTransaction } from './store-transaction.ts';
import type { StoreWriter } from './store-writer.ts';

/** A network that swallows everything tells nothing; longer than the server gives a statement. */
const TRANSACTION_TIMEOUT_MS = 150_000;

type Positions = ReadonlyMap<number, number>;

const SET_POSITIONS = `INSERT INTO exported_position (partition_id, position) VALUES ($1, $2)
  ON CONFLICT (partition_id) DO UPDATE SET position = excluded.position`;

export class PostgresWriter implements StoreWriter {
  readonly #url: string;
  /** Names of prepared statements, which live as long as a connection. */
  readonly #names = new Map<string, string>();
  #client: pg.Client | undefined;
  #opening: Promise<pg.Client> | undefined;
  /** The caller saw what the database holds over this connection. */
  #isVerified = false;

  constructor(url: string) {
    this.#url = url;
  }

  async exportedPositions(): Promise<Positions> {
    const client = await this.#connected();
    const { rows } = await this.#query(client, 'SELECT partition_id, position FROM exported_position');
    this.#isVerified = true;
    return new Map(rows.map((row) => [Number(row.partition_id), Number(row.position)]));
  }

  async processDefinitionNames(): Promise<Iterable<readonly [Key, ProcessDefinitionNames]>> {
    const { rows } = await this.#query(
      await this.#connected(),
      'SELECT CAST(process_definition_key AS text) AS key, name, version, version_tag, element_names, element_tools, history_time_to_live FROM process_definition',
    );
    return rows.map((row) => [
      BigInt(String(row.key)) as Key,
      {
        name: row.name as string | null,
        version: Number(row.version),
        versionTag: row.version_tag as string | null,
        elementNames: JSON.parse(String(row.element_names)),
        elementTools: JSON.parse(String(row.element_tools)),
        historyMs: retentionOf(row.history_time_to_live as string | null),
      },
    ]);
  }

  async commit(changes: RowChanges, positions: Positions): Promise<void> {
    if (this.#client === undefined || !this.#isVerified) {
      throw new SecondaryStorageError(
        'UNREACHABLE',
        `Expected a connection to the ${postgresName(this.#url)}, but it was lost`,
      );
    }
    await this.#transact(this.#client, [...changeStatements(changes), ...positionStatements(positions)]);
  }

  async transact<Result>(action: (transaction: StoreTransaction) => Promise<Result>): Promise<Result> {
    const client = await this.#connected();
    const run = (sql: string, parameters: readonly CellValue[]) =>
      client.query({
        name: this.#nameOf(sql),
        text: numbered(sql),
        values: parameters.map(postgresValue),
        query_timeout: TRANSACTION_TIMEOUT_MS,
      } as pg.QueryConfig);
    try {
      await client.query('BEGIN');
      const result = await action({
        run: async (sql, parameters) => (await run(sql, parameters)).rowCount ?? 0,
        keys: async (sql, parameters) =>
          (await run(sql, parameters)).rows.map((row) => BigInt(String(Object.values(row)[0]))),
      });
      await client.query('COMMIT');
      return result;
    } catch (error) {
      // Whatever of it was done goes with the connection.
      this.#giveUp(client);
      throw postgresFailure(error, this.#url);
    }
  }

  /** The database does so by itself. */
  shrink(): boolean {
    return false;
  }

  /** A commit is durable. What this finds out is whether the database is still there when nothing is to be written. */
  async makeDurable(): Promise<void> {
    await this.#query(await this.#connected(), 'SELECT 1');
  }

  async close(): Promise<void> {
    await this.#client?.end();
  }

  async #connected(): Promise<pg.Client> {
    if (this.#client !== undefined) return this.#client;
    this.#opening ??= openPostgresWriter(this.#url).finally(() => {
      this.#opening = undefined;
    });
    const client = await this.#opening;
    client.on('error', () => this.#giveUp(client));
    this.#client = client;
    return client;
  }

  async #transact(client: pg.Client, statements: readonly PostgresStatement[]): Promise<void> {
    const results = await Promise.allSettled([
      client.query('BEGIN'),
      ...statements.map(({ sql, parameters }) =>
        client.query({
          name: this.#nameOf(sql),
          text: sql,
          values: [...parameters],
          query_timeout: TRANSACTION_TIMEOUT_MS,
        } as pg.QueryConfig),
      ),
      client.query('COMMIT'),
    ]);
    // Those behind the first failed because of it.
    const failed = results.find((result) => result.status === 'rejected');
    if (failed === undefined) return;
    this.#giveUp(client);
    throw postgresFailure(failed.reason, this.#url);
  }

  async #query(client: pg.Client, sql: string): Promise<pg.QueryResult<Record<string, unknown>>> {
    try {
      return await client.query(sql);
    } catch (error) {
      this.#giveUp(client);
      throw postgresFailure(error, this.#url);
    }
  }

  #nameOf(sql: string): string {
    let name = this.#names.get(sql);
    if (name === undefined) {
      name = `waggle_${this.#names.size + 1}`;
      this.#names.set(sql, name);
    }
    return name;
  }

  #giveUp(client: pg.Client): void {
    if (this.#client === client) {
      this.#client = undefined;
      this.#isVerified = false;
    }
    // It may be what hangs, so nobody waits for its end.
    void client.end().catch(() => undefined);
  }
}

function positionStatements(positions: Positions): readonly PostgresStatement[] {
  return [...positions].map(([partitionId, position]) => ({
    sql: SET_POSITIONS,
    parameters: [partitionId, postgresValue(BigInt(position))],
  }));
}
