import { describe, expect, it } from 'vitest';
import { HeldAppends } from '../test/held-appends.ts';
import { settled } from '../test/manual-clock.ts';
import { oneTask, runaway } from '../test/models.ts';
import { createInstance, deploy } from '../test/scenario.ts';
import { plannedStorage, testBroker } from '../test/test-broker.ts';
import { waitUntil } from '../test/wait-until.ts';

describe('group commit', () => {
  it('should answer nothing before it is durable, then everything', async () => {
    const appends = new HeldAppends();
    const broker = await testBroker({ inMemory: true, storage: plannedStorage({ hold: appends.hold }).storage });
    await deploy(broker, oneTask);

    appends.start();
    let answered = 0;
    const instances = Array.from({ length: 10 }, async () => {
      await createInstance(broker, 'one-task');
      answered++;
    });
    await settled();
    expect(answered).toBe(0);

    appends.release();
    await Promise.all(instances);
    expect(answered).toBe(10);
  });

  it('should let commands that arrive during a flush share the next one', async () => {
    const appends = new HeldAppends();
    let appended = 0;
    const hold = () => {
      appended++;
      return appends.hold();
    };
    const broker = await testBroker({ inMemory: true, storage: plannedStorage({ hold }).storage });
    await deploy(broker, oneTask);
    const before = appended;

    appends.start();
    const instances: Promise<unknown>[] = [];
    for (let index = 0; index < 20; index++) {
      instances.push(createInstance(broker, 'one-task'));
      await settled();
    }
    appends.release();
    await Promise.all(instances);
    expect(appended - before).toBe(2);
  });

  it('should pipeline full batches and no more than its limit', async () => {
    const appends = new HeldAppends();
    let held = 0;
    const hold = () => {
      held++;
      return appends.hold();
    };
    const broker = await testBroker({
      inMemory: true,
      storage: plannedStorage({ hold }).storage,
      limits: { batchCommandsMax: 2, appendsInFlightMax: 3 },
    });
    await deploy(broker, oneTask);
    appends.start();
    const batchesOf = () => broker.metrics().find(({ name }) => name === 'waggle_batch_commands_count')!.value;
    const before = batchesOf();
    const instances = Array.from({ length: 20 }, () => createInstance(broker, 'one-task'));
    await settled();
    expect(batchesOf() - before).toBe(3);
    appends.release();
    await Promise.all(instances);
    expect(held).toBeGreaterThan(3);
  });

  it('should keep little of what a process that never stops writes on its way to the disk', async () => {
    const appends = new HeldAppends();
    const broker = await testBroker({
      inMemory: true,
      storage: plannedStorage({ hold: appends.hold }).storage,
      limits: { backlogBatchBytesMax: 10_000, backlogAppendsInFlightMax: 2 },
    });
    for (const bpmn of [oneTask, runaway]) await deploy(broker, bpmn);
    const processedOf = (source: string) =>
      broker
        .metrics()
        .find(({ name, labels }) => name === 'waggle_commands_processed_total' && labels.source === source)!.value;
    const batches = () => broker.metrics().find(({ name }) => name === 'waggle_batch_commands_count')!.value;
    await createInstance(broker, 'runaway');

    // Nothing more of it is begun while two batches wait, but clients are taken on.
    appends.start();
    await waitUntil(() => processedOf('backlog') > 0, 'the process to run on');
    await settled();
    const [backlogBefore, batchesBefore] = [processedOf('backlog'), batches()];
    const instance = createInstance(broker, 'one-task');
    const clientsBefore = processedOf('client');
    await waitUntil(() => processedOf('client') > clientsBefore, 'the client to be taken on');
    expect(processedOf('backlog')).toBe(backlogBefore);
    expect(batches()).toBe(batchesBefore);

    appends.release();
    await instance;
    await waitUntil(() => processedOf('backlog') > backlogBefore, 'the process to run on');
  });
});
