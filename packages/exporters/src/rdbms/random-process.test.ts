/** Records of random processes, exported: what searches find must be whole, however the records came. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Random, RandomDriver } from '@waggle/engine/test';
import { readBatch } from '@waggle/protocol';
import { type Table, tables } from '@waggle/secondary-storage';
import { expect, test } from 'vitest';
import { databaseDump } from '../../test/database-dump.ts';
import { RdbmsExport } from './rdbms-export.ts';
import { Retention } from './retention/retention.ts';
import { DEFAULT_RETENTION } from './retention/retention-settings.ts';
import { SqliteWriter } from './sqlite-writer.ts';

const SEEDS = 8;
const STEPS = 150;

type Batches = readonly Uint8Array[];

interface Store {
  readonly path: string;
  readonly writer: SqliteWriter;
  readonly database: DatabaseSync;
}

async function withStore<Result>(use: (store: Store) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'waggle-random-'));
  const path = join(folder, 'waggle.db');
  const writer = new SqliteWriter(path);
  const database = new DatabaseSync(path);
  try {
    return await use({ path, writer, database });
  } finally {
    database.close();
    writer.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param isEachAlone every batch is a transaction; otherwise one takes as many as it can. */
async function exportAll(writer: SqliteWriter, batches: Batches, isEachAlone: boolean): Promise<void> {
  let failure: unknown;
  let committed = Promise.withResolvers<void>();
  let last = 0;
  const rdbmsExport = new RdbmsExport({
    writer,
    onCommitted: (_partitionId, position) => {
      if (position >= last) committed.resolve();
    },
    onFailure: (error) => {
      failure = error;
      committed.resolve();
    },
  });
  await rdbmsExport.open();
  for (const data of batches) {
    last = readBatch(data).records.at(-1)!.position;
    if (isEachAlone) committed = Promise.withResolvers<void>();
    rdbmsExport.add(1, last, data);
    if (isEachAlone) await committed.promise;
    if (failure !== undefined) throw failure;
  }
  await committed.promise;
  await rdbmsExport.close();
  if (failure !== undefined) throw failure;
}

/** Rows that must not be there when every instance has ended. */
const WRONG: Readonly<Record<string, string>> = {
  'instances that run': 'SELECT * FROM process_instance WHERE is_running = 1 OR end_date IS NULL',
  'root instances that stay for ever':
    'SELECT * FROM process_instance WHERE parent_process_instance_key IS NULL AND removal_date IS NULL',
  'instances with incidents': 'SELECT * FROM process_instance WHERE incident_count <> 0 OR has_incident <> 0',
  'elements that run': "SELECT * FROM element_instance WHERE state = 'ACTIVE' OR end_date IS NULL",
  'elements with incidents': 'SELECT * FROM element_instance WHERE incident_count <> 0 OR has_incident <> 0',
  'incidents that are active': "SELECT * FROM incident WHERE state = 'ACTIVE'",
  'jobs that are open': "SELECT * FROM job WHERE end_time IS NULL AND state <> 'ERROR_THROWN'",
  'user tasks that are open': "SELECT * FROM user_task WHERE state NOT IN ('COMPLETED', 'CANCELED')",
  'open message subscriptions':
    'SELECT * FROM message_subscription WHERE is_open = 1 AND process_instance_key IS NOT NULL',
  'events that are waited for': 'SELECT * FROM waiting_event',
  'counts of ended elements that are wrong': `
    SELECT * FROM (
      SELECT p.process_definition_key, e.element_id,
        count(DISTINCT CASE WHEN e.state = 'COMPLETED' THEN p.process_instance_key END) AS completed,
        count(DISTINCT CASE WHEN e.state = 'TERMINATED' THEN p.process_instance_key END) AS canceled
      FROM process_instance p JOIN element_instance e ON e.process_instance_key = p.process_instance_key
      GROUP BY p.process_definition_key, e.element_id
    ) AS counted
    LEFT JOIN ended_element_count c USING (process_definition_key, element_id)
    WHERE c.completed IS NOT counted.completed OR c.canceled IS NOT counted.canceled`,
};

function wrongRows({ database }: Store): string[] {
  return Object.entries(WRONG).flatMap(([name, sql]) => {
    const statement = database.prepare(sql);
    statement.setReadBigInts(true);
    return statement.all().map((row) => `${name}: ${Object.values(row).join(', ')}`);
  });
}

/** Rows of instances nobody knows. */
function orphans({ database }: Store): string[] {
  return (Object.values(tables) as Table[]).flatMap(({ name, removal = [] }) =>
    removal
      .filter((rule) => 'with' in rule)
      .filter((rule) => rule.with === 'process_instance')
      .flatMap(({ column }) => {
        const statement = database.prepare(
          `SELECT * FROM ${name} WHERE ${column} IS NOT NULL AND ${column} NOT IN (SELECT process_instance_key FROM process_instance)`,
        );
        statement.setReadBigInts(true);
        return statement.all().map((row) => `${name}: ${Object.values(row).join(', ')}`);
      }),
  );
}

/** What has to be gone once all is forgotten that has ended. */
function leftRows(store: Store): string[] {
  return (Object.values(tables) as Table[])
    .filter(({ removal = [] }) =>
      removal.some(
        (rule) =>
          'at' in rule ||
          ('with' in rule && rule.with !== 'process_definition' && rule.with !== 'decision_requirements'),
      ),
    )
    .filter(({ name }) => name !== 'message_subscription')
    .flatMap(({ name }) => {
      const [count] = Object.values(store.database.prepare(`SELECT count(*) FROM ${name}`).get() ?? {});
      return Number(count) === 0 ? [] : [`${name}: ${count}`];
    });
}

function randomBatches(seed: number): Batches {
  const driver = new RandomDriver(new Random(seed));
  for (let step = 0; step < STEPS; step++) driver.step();
  driver.finish();
  driver.engine.flush();
  return driver.engine.batches;
}

test.each(Array.from({ length: SEEDS }, (_, index) => index + 1))(
  'should show the same of random processes, and forget it, however their records come (seed %i)',
  { timeout: 60_000 },
  async (seed) => {
    const batches = randomBatches(seed);
    const together = await withStore(async (store) => {
      await exportAll(store.writer, batches, false);
      return databaseDump(store.path);
    });
    await withStore(async (store) => {
      await exportAll(store.writer, batches, true);
      expect(databaseDump(store.path)).toEqual(together);
      expect(wrongRows(store)).toEqual([]);
      expect(orphans(store)).toEqual([]);
      const retention = new Retention(store.writer, DEFAULT_RETENTION);
      while ((await retention.step(Number.MAX_SAFE_INTEGER)) !== undefined);
      expect(leftRows(store)).toEqual([]);
    });
  },
);
