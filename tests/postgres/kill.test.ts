/** PostgreSQL is killed again and again while the engine works; then its rows are compared with those of a quiet export. */
import { join } from 'node:path';
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
import { newPostgresSchema, startPostgres } from '@waggle/secondary-storage/test';
import { expect, onTestFinished, test } from 'vitest';
import { databaseDump } from './database-dump.ts';
import { startExportingBroker } from './exporting-broker.ts';

const KILLS = 6;
const INSTANCES_BETWEEN_KILLS = 150;
const PARTITIONS = 2;
const TEST_MS = 120_000;

test('should lose and double nothing when PostgreSQL is killed', { timeout: TEST_MS }, async () => {
  // given
  const server = await startPostgres();
  onTestFinished(() => server.stop());
  const dataFolder = join(await temporaryFolder(), 'data');
  const killed = await newPostgresSchema(server.url);
  const first = await startExportingBroker(killed, dataFolder, PARTITIONS);
  await deploy(first.broker, oneTask);
  await deploy(first.broker, userTask);
  await waitUntil(
    () => createInstance(first.broker, 'user-task', 2).then(Boolean, () => false),
    'the second partition',
  );

  // when
  for (let kill = 0; kill < KILLS; kill++) {
    const work = Promise.all(
      Array.from({ length: INSTANCES_BETWEEN_KILLS }, (_, at) =>
        createInstance(first.broker, at % 3 === 0 ? 'user-task' : 'one-task', (at % PARTITIONS) + 1),
      ),
    );
    // Each kill meets another moment of the transactions that the work brings.
    await new Promise((resolve) => setTimeout(resolve, kill * 11));
    await server.kill();
    await work;
    for (const partitionId of [1, 2]) {
      const [failing, ...others] = await activateJobs(first.broker, 40, partitionId);
      if (failing !== undefined) await failJob(first.broker, failing);
      for (const job of others) await completeJob(first.broker, job);
    }
    await waitUntil(() => first.rdbmsExport.problem !== undefined, 'the loss to be told');
    await server.restart();
  }
  await first.isCaughtUp();
  expect(first.rdbmsExport.problem).toBeUndefined();
  await first.close();
  const whole = await newPostgresSchema(server.url);
  const second = await startExportingBroker(whole, dataFolder, PARTITIONS);
  await second.isCaughtUp();
  await second.close();

  // then
  const { exported_position: _, ...rows } = await databaseDump(killed);
  const { exported_position: __, ...expected } = await databaseDump(whole);
  expect(rows.process_instance).toHaveLength(KILLS * INSTANCES_BETWEEN_KILLS + 1);
  expect(rows).toEqual(expected);
});
