/** The database is restored from a backup while the server runs: the export begins again where the backup was made. */
import { join } from 'node:path';
import {
  activateJobs,
  completeJob,
  createInstance,
  deploy,
  oneTask,
  temporaryFolder,
  waitUntil,
} from '@waggle/broker/test';
import { connectPostgres, tables } from '@waggle/secondary-storage';
import { newPostgresSchema } from '@waggle/secondary-storage/test';
import { expect, inject, test } from 'vitest';
import { databaseDump } from './database-dump.ts';
import { startExportingBroker } from './exporting-broker.ts';

const TEST_MS = 60_000;
const INSTANCES = 40;

test('should go on from where a restored database is', { timeout: TEST_MS }, async () => {
  // given
  const server = inject('postgresUrl')!;
  const dataFolder = join(await temporaryFolder(), 'data');
  const url = await newPostgresSchema(server);
  const first = await startExportingBroker(url, dataFolder, 1);
  await deploy(first.broker, oneTask);
  await work(first.broker);
  await first.isCaughtUp();
  const names = Object.keys(tables);
  await execute(url, names.map((name) => `CREATE TABLE backup_${name} AS SELECT * FROM ${name}`).join(';'));
  await work(first.broker);
  await first.isCaughtUp();

  // when
  await execute(
    url,
    [
      ...names.map((name) => `DELETE FROM ${name}; INSERT INTO ${name} SELECT * FROM backup_${name}`),
      // The connection that writes has the lock of its schema.
      `SELECT pg_terminate_backend(pid) FROM pg_locks
        WHERE locktype = 'advisory' AND objid::bigint = (hashtext(current_schema())::bigint & 4294967295)`,
    ].join(';'),
  );
  await work(first.broker);

  // then
  await waitUntil(() => first.rdbmsExport.problem !== undefined, 'the loss to be told');
  await waitUntil(() => first.rdbmsExport.problem === undefined, 'the export to go on');
  await first.isCaughtUp();
  await first.close();
  const whole = await newPostgresSchema(server);
  const second = await startExportingBroker(whole, dataFolder, 1);
  await second.isCaughtUp();
  await second.close();
  const { exported_position: _, ...rows } = await databaseDump(url);
  const { exported_position: __, ...expected } = await databaseDump(whole);
  expect(rows.process_instance).toHaveLength(3 * INSTANCES);
  expect(rows).toEqual(expected);
});

type Broker = Parameters<typeof createInstance>[0];

async function work(broker: Broker): Promise<void> {
  for (let count = 0; count < INSTANCES; count++) await createInstance(broker, 'one-task', 1);
  for (const job of await activateJobs(broker, INSTANCES / 2, 1)) await completeJob(broker, job);
}

async function execute(url: string, sql: string): Promise<void> {
  const client = await connectPostgres(url);
  await client.query(sql);
  await client.end();
}
