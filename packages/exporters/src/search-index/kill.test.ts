/** The exporter's thread is killed again and again while the engine works; then the documents are compared with the log. */
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { startBroker } from '@waggle/broker';
import { createInstance, deploy, oneTask, temporaryFolder, waitUntil } from '@waggle/broker/test';
import { openFileLog } from '@waggle/log';
import { RecordType, readBatch, ValueType, valueTypeName } from '@waggle/protocol';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { startTestSearchServer } from '../../test/test-search-server.ts';
import { parseSearchIndexArguments } from './parse-search-index-arguments.ts';
import { startSearchIndexExport } from './start-search-index-export.ts';

const KILLS = 5;
const INSTANCES_BETWEEN_KILLS = 40;
const TEST_MS = 60_000;
const VALUE_TYPES: readonly ValueType[] = [ValueType.PROCESS_INSTANCE, ValueType.JOB, ValueType.VARIABLE];

test.each(['main', 'workers'] as const)(
  'should lose nothing and number each record once when its thread is killed, partitions in %s',
  { timeout: TEST_MS },
  async (threads) => {
    // given
    const folder = await temporaryFolder();
    const server = await startTestSearchServer();
    const exporterThreads = watchExporterThreads();
    const settings = parseSearchIndexArguments('elasticsearch', 'elasticsearch', {
      url: server.url,
      'bulk.size': '20',
      'bulk.delay': '1',
    });
    const running = await startSearchIndexExport({
      settings,
      stateFile: join(folder, 'exporters', 'elasticsearch.json'),
      logger: pino({ level: 'silent' }),
    });
    const dataFolder = join(folder, 'data');
    const broker = await startBroker({ dataFolder, threads, recordFeeds: [running.feed], diskFreeBytesMin: 0 });
    await deploy(broker, oneTask);

    // when
    for (let kill = 0; kill < KILLS; kill++) {
      await waitUntil(() => exporterThreads.length === kill + 1, 'the next thread');
      const work = Array.from({ length: INSTANCES_BETWEEN_KILLS }, () => createInstance(broker, 'one-task'));
      await Promise.all(work.slice(0, INSTANCES_BETWEEN_KILLS / 2));
      await exporterThreads.at(-1)!.terminate();
      await Promise.all(work);
    }
    await waitUntil(() => exporterThreads.length === KILLS + 1, 'the last thread');
    await broker.close();
    await running.close();

    // then
    const expected = await eventsOf(join(dataFolder, 'partition-1', 'log'));
    for (const valueType of VALUE_TYPES) {
      const documents = server.all().filter(({ source }) => source.valueType === valueTypeName(valueType));
      documents.sort((a, b) => a.source.position - b.source.position);
      expect(documents.map(({ id }) => id)).toEqual(expected.get(valueType)!.map((position) => `1-${position}`));
      expect(documents.map(({ text }) => /"sequence":(\d+)\}$/.exec(text)?.[1])).toEqual(
        documents.map((_, index) => String((1n << 51n) + BigInt(index + 1))),
      );
    }
    expect(running.problem).toBeUndefined();
  },
);

/** Positions of all events in a partition's log, by value type. */
async function eventsOf(folder: string): Promise<Map<ValueType, number[]>> {
  const log = await openFileLog({ folder, partitionId: 1 });
  const positions = new Map<ValueType, number[]>(VALUE_TYPES.map((valueType) => [valueType, []]));
  for await (const { data } of log.read(log.firstPosition)) {
    for (const { recordType, valueType, position } of readBatch(data).records) {
      if (recordType === RecordType.EVENT) positions.get(valueType)?.push(position);
    }
  }
  await log.close();
  return positions;
}

/** Threads in the order they are started; killing one is all a test can do to it from outside. */
function watchExporterThreads(): readonly Worker[] {
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
