/** The export's thread is killed again and again while the engine works; then the database is compared with one that was not. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Worker } from 'node:worker_threads';
import { startBroker } from '@waggle/broker';
import {
  activateJobs,
  completeJob,
  createInstance,
  deploy,
  failJob,
  oneTask,
  temporaryFolder,
  userTask,
  waitUntil,
} from '@waggle/broker/test';
import { type Key, SharedPositions } from '@waggle/protocol';
import { RecordHistoryReader } from '@waggle/secondary-storage';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { databaseDump } from '../../test/database-dump.ts';
import type { RetentionSettings } from './retention/retention-settings.ts';
import { startRdbmsExport } from './start-rdbms-export.ts';

const PARTITIONS = 2;
const KILLS = 8;
const FORGETTING_KILLS = 4;
const INSTANCES_BETWEEN_KILLS = 60;
const WAIT_MS = 20_000;
const WEEK_MS = 7 * 24 * 60 * 60 * 1000;
const TEST_MS = 60_000;

test.each(['main', 'workers'] as const)(
  'should lose and double nothing when its thread is killed, partitions in %s',
  { timeout: TEST_MS },
  async (threads) => {
    // given
    const folder = await temporaryFolder();
    const dataFolder = join(folder, 'data');
    const killed = join(folder, 'killed.db');
    const exportThreads = watchExportThreads();
    const first = await startExporting(killed, dataFolder, threads);
    await deploy(first.broker, oneTask);
    await deploy(first.broker, userTask);
    await waitUntil(
      () => createInstance(first.broker, 'user-task', 2).then(Boolean, () => false),
      'the second partition',
    );

    // when
    for (let kill = 0; kill < KILLS; kill++) {
      await waitUntil(() => exportThreads.length === kill + 1, 'the next thread');
      const work = Promise.all(
        Array.from({ length: INSTANCES_BETWEEN_KILLS }, (_, at) =>
          createInstance(first.broker, at % 3 === 0 ? 'user-task' : 'one-task', (at % PARTITIONS) + 1),
        ),
      );
      await new Promise((resolve) => setTimeout(resolve, kill * 3));
      await exportThreads.at(-1)!.terminate();
      await work;
      for (const partitionId of [1, 2]) {
        const [failing, ...others] = await activateJobs(first.broker, 20, partitionId);
        if (failing !== undefined) await failJob(first.broker, failing);
        for (const job of others) await completeJob(first.broker, job);
      }
    }
    await first.isCaughtUp();
    await first.close();
    const whole = join(folder, 'whole.db');
    const second = await startExporting(whole, dataFolder, threads);
    await second.isCaughtUp();
    await second.close();

    // then
    const dump = databaseDump(killed);
    const { exported_position: positions, ...rows } = databaseDump(whole);
    expect(dump.process_instance).toHaveLength(KILLS * INSTANCES_BETWEEN_KILLS + 1);
    expect({ ...dump, exported_position: positions }).toEqual({ ...rows, exported_position: positions });
    // and what is kept of each instance's records
    const [history, wholeHistory] = [killed, whole].map((path) => new RecordHistoryReader(historyFolder(path)));
    for (const row of dump.process_instance as readonly { readonly process_instance_key: unknown }[]) {
      const request = { processInstanceKey: BigInt(String(row.process_instance_key)) as Key, after: 0, limit: 10_000 };
      const page = history!.page(request);
      expect(page?.lines.length).toBeGreaterThan(10);
      expect(page).toEqual(wholeHistory!.page(request));
    }
  },
);

test('should forget neither half nor twice when its thread is killed', { timeout: TEST_MS }, async () => {
  // given
  const folder = await temporaryFolder();
  const path = join(folder, 'forgotten.db');
  const exportThreads = watchExportThreads();
  const { broker, isCaughtUp, close } = await startExporting(path, join(folder, 'data'), 'main', { historyMs: 0 });
  await deploy(broker, oneTask);
  await waitUntil(() => createInstance(broker, 'one-task', 2).then(Boolean, () => false), 'the second partition');

  // when
  for (let kill = 0; kill < FORGETTING_KILLS; kill++) {
    await waitUntil(() => exportThreads.length === kill + 1, 'the next thread');
    const partitionId = (kill % PARTITIONS) + 1;
    await Promise.all(
      Array.from({ length: INSTANCES_BETWEEN_KILLS }, () => createInstance(broker, 'one-task', partitionId)),
    );
    const jobs = await activateJobs(broker, INSTANCES_BETWEEN_KILLS, partitionId);
    const work = Promise.all(jobs.map((job) => completeJob(broker, job)));
    await new Promise((resolve) => setTimeout(resolve, kill * 5));
    await exportThreads.at(-1)!.terminate();
    await work;
  }
  for (const job of await activateJobs(broker, INSTANCES_BETWEEN_KILLS, 2)) await completeJob(broker, job);
  await isCaughtUp();

  // then
  const database = new DatabaseSync(path, { readOnly: true });
  const count = (sql: string) => Number(Object.values(database.prepare(sql).get() ?? {})[0]);
  await waitUntil(() => count('SELECT count(*) FROM process_instance') === 0, 'everything to be forgotten');
  for (const table of ['element_instance', 'job', 'sequence_flow', 'variable', 'removed_process_instance']) {
    expect(count(`SELECT count(*) FROM ${table}`), table).toBe(0);
  }
  expect(count('SELECT count(*) FROM ended_element_count WHERE completed <> 0 OR canceled <> 0')).toBe(0);
  expect(count('SELECT sum(process_instances) FROM usage_metric')).toBe(FORGETTING_KILLS * INSTANCES_BETWEEN_KILLS + 1);
  database.close();
  await close();
});

test('should tell who watches of everything when its thread is killed', { timeout: TEST_MS }, async () => {
  // given: somebody who asks how many there are at each change and never else
  const folder = await temporaryFolder();
  const path = join(folder, 'watched.db');
  const exportThreads = watchExportThreads();
  const { broker, changes, close } = await startExporting(path, join(folder, 'data'), 'main');
  const database = new DatabaseSync(path, { readOnly: true });
  const count = database.prepare('SELECT count(*) AS count FROM process_instance');
  let seen = 0;
  changes.onChanges(({ everything }) => {
    if (everything !== undefined) seen = Number(count.get()!.count);
  });
  await changes.watch({ isEverything: true, processInstanceKeys: [] });
  await deploy(broker, oneTask);

  for (let kill = 1; kill <= KILLS; kill++) {
    // when: what was stored just now is not told yet
    await waitUntil(() => exportThreads.length === kill, 'the next thread');
    await Promise.all(Array.from({ length: INSTANCES_BETWEEN_KILLS }, () => createInstance(broker, 'one-task', 1)));
    await waitUntil(() => Number(count.get()!.count) === kill * INSTANCES_BETWEEN_KILLS, 'instances to be stored');
    await exportThreads.at(-1)!.terminate();

    // then
    await waitUntil(() => seen === kill * INSTANCES_BETWEEN_KILLS, 'the change to be told');
  }
  database.close();
  await close();
});

const historyFolder = (path: string) => `${path}.history`;

/** Threads in the order they are started; killing one is all a test can do to it from outside. */
function watchExportThreads(): readonly Worker[] {
  const workers: Worker[] = [];
  const watch = (worker: Worker) => {
    // Threads of partitions say something else first.
    worker.once('message', (message: { kind?: unknown }) => {
      if (message.kind === 'ready') workers.push(worker);
    });
  };
  process.on('worker', watch);
  onTestFinished(() => void process.off('worker', watch));
  return workers;
}

async function startExporting(
  path: string,
  dataFolder: string,
  threads: 'main' | 'workers',
  retention: Partial<RetentionSettings> = {},
) {
  const positions = new SharedPositions({ partitionCount: PARTITIONS });
  const rdbmsExport = await startRdbmsExport({
    database: { kind: 'sqlite', path },
    positions: positions.buffer,
    retention,
    recordHistory: { folder: historyFolder(path), retentionMs: WEEK_MS, freeBytesMin: 0 },
    logger: pino({ level: 'silent' }),
  });
  const broker = await startBroker({
    dataFolder,
    partitionCount: PARTITIONS,
    threads,
    recordFeeds: [rdbmsExport.feed],
    diskFreeBytesMin: 0,
  });
  return {
    broker,
    changes: rdbmsExport.changes,
    async isCaughtUp() {
      await waitUntil(() => Math.min(positions.committed(1), positions.committed(2)) > 0, 'partitions to have a log');
      expect(await positions.waitForExported(positions.committedAll(), WAIT_MS)).toBe(true);
    },
    async close() {
      await broker.close();
      await rdbmsExport.close();
    },
  };
}
