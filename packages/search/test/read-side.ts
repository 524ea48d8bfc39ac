/**
 * The real engine, the real export and the real reader over a real database, in one thread and without waiting. Tests of
 * the project `postgres` have PostgreSQL, all others SQLite.
 *
 *     const { engine, ...waggle } = await startReadSide();
 *     engine.deploy(xml);
 *     expect(await waggle.search('Variable', { filter: { name: 'a' } })).toMatchObject([{ value: '1' }]);
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EngineOptions } from '@waggle/engine';
import { startEngine, type TestEngine } from '@waggle/engine/test';
import {
  DEFAULT_RETENTION,
  openStoreWriter,
  RdbmsExport,
  type Removed,
  Retention,
  type RetentionSettings,
} from '@waggle/exporters/rdbms';
import { readBatch } from '@waggle/protocol';
import { tables } from '@waggle/secondary-storage';
import { borrowPostgresSchema } from '@waggle/secondary-storage/test';
import { inject, onTestFinished } from 'vitest';
import type { EntityName } from '../src/entities.ts';
import type { DatabaseLocation } from '../src/reader-messages.ts';
import { openConnection } from '../src/reading/open-connection.ts';
import { Reader } from '../src/reading/reader.ts';
import type { ReadRequest, SearchRequest } from '../src/search-request.ts';

/** Longer than anything here takes. */
const QUERY_TIMEOUT_MS = 10_000;

/** As clients get it: JSON, with keys in quotes. */
// biome-ignore lint/suspicious/noExplicitAny: tests look into results without declaring them once more.
export type Result = any;

export interface SearchPage {
  readonly items: readonly Result[];
  readonly page: {
    readonly totalItems: number;
    readonly hasMoreTotalItems: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

export interface TestReadSide {
  readonly engine: TestEngine;
  readonly database: DatabaseLocation;
  /** @returns the reader's answer as it is. */
  read(request: ReadRequest): Promise<string | undefined>;
  /** @returns what a search finds, in its order. */
  search(
    entity: EntityName,
    request?: SearchRequest,
    scope?: Readonly<Record<string, string>>,
    options?: { readonly hasWholeValues?: boolean },
  ): Promise<Result[]>;
  searchPage(
    entity: EntityName,
    request?: SearchRequest,
    scope?: Readonly<Record<string, string>>,
  ): Promise<SearchPage>;
  /** @returns `undefined` = there is no such thing. */
  get(entity: EntityName, key: bigint | string): Promise<Result>;
  /** @returns what an entity with a source counts. */
  statistics(entity: EntityName, parameters?: object, request?: SearchRequest): Promise<Result[]>;
  /** Asks one of the special queries. */
  query(name: string, parameters?: unknown): Promise<Result>;
  /** The same for queries whose answer is no JSON. */
  queryText(name: string, parameters?: unknown): Promise<string | undefined>;
  /** Lets the retention remove all that is due when the engine's clock says so. @returns how much went, and in how many steps. */
  cleanUp(): Promise<Omit<Removed, 'lateMs'> & { readonly steps: number }>;
  /** Numbers of rows, of tables that have any. */
  rowCounts(): Promise<Readonly<Record<string, number>>>;
  /** Writes what the engine recorded meanwhile; searches do so by themselves. */
  exportRecords(): Promise<void>;
}

/**
 * Its engine's invariants are checked and its database is removed when the test ends.
 * @param options.engine in place of a new one; its invariants are the test's matter.
 */
export async function startReadSide(
  options: Partial<EngineOptions> & {
    readonly engine?: TestEngine;
    readonly retention?: Partial<RetentionSettings>;
  } = {},
): Promise<TestReadSide> {
  const folder = mkdtempSync(join(tmpdir(), 'waggle-read-side-'));
  const postgresUrl = inject('postgresUrl');
  const schema = postgresUrl === undefined ? undefined : await borrowPostgresSchema(postgresUrl);
  const database: DatabaseLocation =
    schema === undefined ? { kind: 'sqlite', path: join(folder, 'waggle.db') } : { kind: 'postgres', url: schema.url };
  const { engine: given, retention: kept, ...engineOptions } = options;
  const retention = { ...DEFAULT_RETENTION, ...kept };
  const engine = given ?? startEngine(engineOptions);
  const writer = await openStoreWriter(database);
  let onCommitted = (_position: number): void => undefined;
  let failure: unknown;
  const rdbmsExport = new RdbmsExport({
    writer,
    retention,
    onCommitted: (_partitionId, position) => onCommitted(position),
    onFailure: (error) => {
      failure = error;
      onCommitted(Number.POSITIVE_INFINITY);
    },
  });
  await rdbmsExport.open();
  const reader = new Reader(openConnection({ database, queryTimeoutMs: QUERY_TIMEOUT_MS }));
  onTestFinished(async () => {
    await reader.close();
    await rdbmsExport.close();
    await writer.close();
    await schema?.giveBack();
    rmSync(folder, { recursive: true, force: true });
  });

  let exported = 0;
  let lastPosition = 0;
  async function exportRecords(): Promise<void> {
    const { batches, options: started } = engine;
    if (exported === batches.length) return;
    lastPosition = engine.records.at(-1)!.position;
    const committed = new Promise<void>((resolve) => {
      onCommitted = (position) => {
        if (position >= lastPosition) resolve();
      };
    });
    for (const data of batches.slice(exported)) {
      rdbmsExport.add(started.partitionId, readBatch(data).records.at(-1)!.position, data);
    }
    exported = batches.length;
    await committed;
    if (failure !== undefined) throw failure;
  }

  async function readText(request: ReadRequest): Promise<string | undefined> {
    await exportRecords();
    return reader.read(request);
  }

  async function read(request: ReadRequest): Promise<Result> {
    const text = await readText(request);
    return text === undefined ? undefined : JSON.parse(text);
  }

  const searchPage: TestReadSide['searchPage'] = (entity, request = {}, scope = {}) =>
    read({ kind: 'search', entity, request, scope });
  return {
    engine,
    database,
    read: readText,
    searchPage,
    search: async (entity, request = {}, scope = {}, options = {}) =>
      (await read({ kind: 'search', entity, request, scope, ...options })).items as Result[],
    get: (entity, key) => read({ kind: 'get', entity, key: String(key) }),
    statistics: async (entity, parameters = {}, request = {}) =>
      (await read({ kind: 'search', entity, request, parameters })).items,
    query: (query, parameters = {}) => read({ kind: 'query', query, parameters }),
    queryText: (query, parameters = {}) => readText({ kind: 'query', query, parameters }),
    async cleanUp() {
      await exportRecords();
      const steps = new Retention(writer, retention);
      const sum = { processInstances: 0, rows: 0, steps: 0 };
      for (;;) {
        const removed = await rdbmsExport.exclusively(() => steps.step(engine.nowMs));
        if (removed === undefined) return sum;
        sum.processInstances += removed.processInstances;
        sum.rows += removed.rows;
        sum.steps++;
      }
    },
    async rowCounts() {
      await exportRecords();
      const counts: Record<string, number> = {};
      await writer.transact(async ({ keys }) => {
        for (const table of Object.keys(tables)) {
          const [count = 0n] = await keys(`SELECT count(*) FROM ${table}`, []);
          if (count > 0n) counts[table] = Number(count);
        }
      });
      return counts;
    },
    exportRecords,
  };
}
