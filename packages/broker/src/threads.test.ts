import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openFileLog } from '@waggle/log';
import { type LogRecord, readBatch } from '@waggle/protocol';
import { type Logger, pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { oneTask } from '../test/models.ts';
import { activateJobs, completeJob, createInstance, deploy, isInstanceAlive } from '../test/scenario.ts';
import { temporaryFolder } from '../test/temporary-folder.ts';
import { testBroker } from '../test/test-broker.ts';
import { waitUntil } from '../test/wait-until.ts';
import { startBroker } from './broker.ts';
import { jsonLinesExporter } from './json-lines-exporter.ts';

async function recordsOf(partitionFolder: string): Promise<readonly LogRecord[]> {
  const log = await openFileLog({ folder: join(partitionFolder, 'log'), partitionId: 1 });
  const records: LogRecord[] = [];
  for await (const { data } of log.read(1)) records.push(...readBatch(data).records);
  await log.close();
  return records;
}

describe('threads', { timeout: 30_000 }, () => {
  it('should write the same records in a worker as in the main thread', async () => {
    const logs = [];
    for (const threads of ['main', 'workers'] as const) {
      const dataFolder = await temporaryFolder();
      const broker = await startBroker({ dataFolder, threads });
      await deploy(broker, oneTask);
      await createInstance(broker, 'one-task');
      const [job] = await activateJobs(broker);
      await completeJob(broker, job!);
      await expect(completeJob(broker, job!)).rejects.toThrow(/Expected/);
      const key = await createInstance(broker, 'one-task');
      expect(await isInstanceAlive(broker, key)).toBe(true);
      await broker.close();
      logs.push(await recordsOf(join(dataFolder, 'partition-1')));
    }
    const comparable = (records: readonly LogRecord[] | undefined) =>
      records!.map(({ timestamp: _, requestStreamId: __, value, ...rest }) => ({
        ...rest,
        value: 'deadline' in value ? { ...value, deadline: 0 } : value,
      }));
    expect(comparable(logs[1])).toEqual(comparable(logs[0]));
  });

  it('should push jobs and announce them across threads', async () => {
    const broker = await testBroker({ inMemory: true, threads: 'workers', partitionCount: 2 });
    await deploy(broker, oneTask);
    const types: string[] = [];
    broker.onJobsAvailable((type) => types.push(type));
    await createInstance(broker, 'one-task');
    await waitUntil(() => types.length > 0, 'the announcement');
    let isFull = true;
    const pushed: unknown[] = [];
    const close = broker.openJobStream(
      { type: 'work', worker: 'w', timeoutMs: 60_000, fetchVariables: [], tenantIds: ['<default>'], withLease: false },
      (job) => !isFull && pushed.push(job) > 0,
    );
    await createInstance(broker, 'one-task');
    await waitUntil(async () => (await activateJobs(broker)).length > 0, 'a job to be given back that was refused');
    isFull = false;
    await waitUntil(async () => {
      await createInstance(broker, 'one-task');
      return pushed.length > 0;
    }, 'a pushed job');
    close();
  });

  it('should send commands between partitions', async () => {
    for (const threads of ['main', 'workers'] as const) {
      const broker = await testBroker({ inMemory: true, threads, partitionCount: 3 });
      await deploy(broker, oneTask);
      for (const partitionId of broker.partitionIds) {
        await waitUntil(
          () => createInstance(broker, 'one-task', partitionId).then(Boolean, () => false),
          'the process to arrive',
        );
        expect(await activateJobs(broker, 10, partitionId)).toHaveLength(1);
      }
      expect(broker.topology()).toMatchObject({ partitionsCount: 3, clusterSize: 1 });
      await broker.close();
    }
  });

  it('should start a dead thread again while the others go on', { timeout: 20_000 }, async () => {
    const dataFolder = await temporaryFolder();
    const broker = await testBroker({
      dataFolder,
      threads: 'workers',
      partitionCount: 2,
      exporters: [
        {
          id: 'crashing',
          module: new URL('../test/crashing-exporter.ts', import.meta.url).href,
          configuration: { marker: join(dataFolder, 'crashed') },
        },
      ],
    });
    await deploy(broker, oneTask);
    await waitUntil(() => createInstance(broker, 'one-task', 2).then(Boolean, () => false), 'partition 2 to be ready');
    const key = await createInstance(broker, 'one-task');
    await waitUntil(() => !broker.isReady, 'the thread to die');
    await expect(createInstance(broker, 'one-task')).rejects.toMatchObject({ code: 'PARTITION_UNAVAILABLE' });
    expect(broker.health()).toMatchObject({ status: 'unhealthy', liveness: true, readiness: false });
    await createInstance(broker, 'one-task', 2);

    await waitUntil(() => broker.isReady, 'the thread to be back');
    expect(await isInstanceAlive(broker, key)).toBe(true);
    const restarts = broker
      .metrics()
      .filter(({ name }) => name === 'waggle_worker_restarts')
      .map(({ value }) => value);
    expect(restarts).toEqual([1, 0]);
  });

  it('should say why it cannot hand a function to another thread', async () => {
    await expect(
      startBroker({ inMemory: true, threads: 'workers', clock: { nowMs: Date.now, schedule: () => () => undefined } }),
    ).rejects.toMatchObject({ code: 'INVALID_OPTION' });
  });

  it('should export from a worker, go on behind a restart, and repeat nothing after an orderly stop', async () => {
    const dataFolder = await temporaryFolder();
    const path = join(dataFolder, 'records-{partition}.jsonl');
    const positions = async () =>
      (await readFile(join(dataFolder, 'records-1.jsonl'), 'utf8').catch(() => ''))
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line).position as number);
    for (let run = 0; run < 2; run++) {
      const broker = await startBroker({
        dataFolder,
        threads: 'workers',
        exporters: [jsonLinesExporter('lines', { path })],
      });
      const before = (await positions()).length;
      await deploy(broker, oneTask);
      await createInstance(broker, 'one-task');
      await waitUntil(async () => (await positions()).length > before, 'records');
      await broker.close();
    }
    const exported = await positions();
    expect(exported).toEqual(exported.map((_, index) => index + 1));
  });

  it('should follow a change of the log level at run time, and say once which partition logs', async () => {
    // given
    const lines: string[] = [];
    const children: Logger[] = [];
    const logger = pino(
      { level: 'info', onChild: (child) => void children.push(child as Logger) },
      { write: (line: string) => void lines.push(line) },
    );
    const module = new URL('../test/logging-exporter.ts', import.meta.url).href;
    const broker = await testBroker({
      inMemory: true,
      threads: 'workers',
      logger,
      exporters: [{ id: 'logging', module }],
    });
    await deploy(broker, oneTask);
    await createInstance(broker, 'one-task');
    expect(lines.filter((line) => line.includes('"exported"'))).toEqual([]);

    // when
    for (const one of [logger, ...children]) one.level = 'debug';
    await createInstance(broker, 'one-task');

    // then
    await waitUntil(() => lines.some((line) => line.includes('"exported"')), 'a line of the exporter');
    expect(lines.filter((line) => line.match(/"partitionId"/g)?.length === 2)).toEqual([]);
    expect(lines.filter((line) => line.includes('Partition recovered'))).toHaveLength(1);
  });
});
