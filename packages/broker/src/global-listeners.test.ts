import { join } from 'node:path';
import { openFileLog } from '@waggle/log';
import {
  GLOBAL_LISTENERS_MAX,
  type GlobalListenerDescription,
  GlobalListenerIntent,
  GlobalListenerSource,
  globalListenerDefaults,
  intentName,
  NO_KEY,
  RecordType,
  readBatch,
  ValueType,
} from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import { userTask } from '../test/models.ts';
import { activateJobs, createInstance, deploy } from '../test/scenario.ts';
import { temporaryFolder } from '../test/temporary-folder.ts';
import { testBroker } from '../test/test-broker.ts';
import { waitUntil } from '../test/wait-until.ts';
import { type Broker, startBroker } from './broker.ts';
import type { Exporter } from './exporter.ts';
import { memoryStorage } from './memory-storage.ts';
import type { PartitionStorage } from './partition-storage.ts';

/** Asked when a task is made, by jobs that `activateJobs` takes. */
const audit: GlobalListenerDescription = {
  ...globalListenerDefaults,
  id: 'audit',
  type: 'work',
  eventTypes: ['creating'],
};

async function addListener(broker: Broker, id: string) {
  const { record } = await broker.send(1, {
    valueType: ValueType.GLOBAL_LISTENER,
    intent: GlobalListenerIntent.CREATE,
    key: NO_KEY,
    value: { ...audit, id, globalListenerKey: NO_KEY, source: GlobalListenerSource.API },
  });
  expect(record.recordType).toBe(RecordType.EVENT);
}

/** What a partition's log tells of listeners. */
async function listenerRecords(dataFolder: string): Promise<readonly string[]> {
  const log = await openFileLog({ folder: join(dataFolder, 'partition-1', 'log'), partitionId: 1 });
  const lines: string[] = [];
  for await (const { data } of log.read(1)) {
    for (const { valueType, intent } of readBatch(data).records) {
      const isListener = valueType === ValueType.GLOBAL_LISTENER || valueType === ValueType.GLOBAL_LISTENER_BATCH;
      if (isListener) lines.push(intentName(valueType, intent));
    }
  }
  await log.close();
  return lines;
}

describe('global listeners of the configuration', { timeout: 30_000 }, () => {
  it.each(['main', 'workers'] as const)(
    'should be asked by the first user task on every partition: %s',
    async (threads) => {
      // given
      const broker = await testBroker({ inMemory: true, threads, partitionCount: 2, globalListeners: [audit] });
      await deploy(broker, userTask);

      // when
      await createInstance(broker, 'user-task');

      // then
      expect(await activateJobs(broker)).toHaveLength(1);
      // The others are told behind the start; deployments take the same way.
      await waitUntil(async () => {
        await createInstance(broker, 'user-task', 2).catch(() => undefined);
        return (await activateJobs(broker, 100, 2)).length > 0;
      }, 'a listener on the second partition');
    },
  );

  it('should reach a partition that starts later', async () => {
    // given a second partition that opens its log when the first one has told it of the listeners
    const told = Promise.withResolvers<void>();
    const storage = (partitionId: number): PartitionStorage => {
      const memory = memoryStorage();
      if (partitionId === 1) return memory;
      return {
        ...memory,
        openLog: async (position) => {
          await told.promise;
          return memory.openLog(position);
        },
      };
    };
    const watch: Exporter = {
      configure: () => undefined,
      open: () => undefined,
      export: ({ record }) => {
        if (record.valueType === ValueType.COMMAND_DISTRIBUTION) told.resolve();
      },
      close: () => undefined,
    };

    // when
    const broker = await testBroker({
      inMemory: true,
      partitionCount: 2,
      storage,
      exporters: [{ id: 'watch', create: () => watch }],
      globalListeners: [audit],
    });

    // then it did not have to be told again
    await deploy(broker, userTask);
    await waitUntil(async () => {
      await createInstance(broker, 'user-task', 2).catch(() => undefined);
      return (await activateJobs(broker, 100, 2)).length > 0;
    }, 'a listener on the second partition');
    const dropped = broker.metrics().filter(({ name }) => name === 'waggle_internal_commands_dropped_total');
    expect(dropped.map(({ value }) => value)).toEqual([0, 0]);
  });

  it('should be sent only when they are others than at the start before', async () => {
    // given
    const dataFolder = await temporaryFolder();
    const other = { ...audit, id: 'other' };
    const configurations = [[audit, other], [other, audit], [{ ...audit, priority: 60 }], undefined, undefined];

    // when
    for (const globalListeners of configurations) {
      const broker = await startBroker({ dataFolder, ...(globalListeners && { globalListeners }) });
      await broker.close();
    }

    // then
    expect(await listenerRecords(dataFolder)).toEqual([
      ...['CONFIGURE', 'CREATED', 'CREATED', 'CONFIGURED'],
      ...['CONFIGURE', 'DELETED', 'UPDATED', 'CONFIGURED'],
      ...['CONFIGURE', 'DELETED', 'CONFIGURED'],
    ]);
  });

  it('should leave those of clients, but for one with the same id', async () => {
    // given
    const dataFolder = await temporaryFolder();
    const first = await startBroker({ dataFolder });
    await addListener(first, 'mine');
    await addListener(first, 'audit');
    await first.close();

    // when
    const second = await testBroker({ dataFolder, globalListeners: [audit] });
    await deploy(second, userTask);
    await createInstance(second, 'user-task');

    // then both are asked, one after the other
    expect(await activateJobs(second)).toHaveLength(1);
    await second.close();
    expect((await listenerRecords(dataFolder)).slice(-3)).toEqual(['CONFIGURE', 'UPDATED', 'CONFIGURED']);
  });

  it.each(['main', 'workers'] as const)('should not start with listeners that cannot be: %s', async (threads) => {
    // given
    const dataFolder = await temporaryFolder();
    const start = (globalListeners: readonly GlobalListenerDescription[]) =>
      startBroker({ dataFolder, threads, globalListeners });

    // then
    await expect(start([{ ...audit, type: '' }])).rejects.toThrow(
      "Missing type for the provided global USER_TASK listener with id 'audit'",
    );
    const many = Array.from({ length: GLOBAL_LISTENERS_MAX + 1 }, (_, index) => ({ ...audit, id: `l${index}` }));
    await expect(start(many)).rejects.toMatchObject({
      code: 'INVALID_OPTION',
      message: expect.stringContaining('Expected at most 1000 global listeners'),
    });
    const broker = await start(many.slice(1));
    await broker.close();
    expect(await listenerRecords(dataFolder)).toHaveLength(GLOBAL_LISTENERS_MAX + 2);
  });
});
