import { PartitionError } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import { HeldAppends } from '../test/held-appends.ts';
import { ManualClock, settled } from '../test/manual-clock.ts';
import { oneTask } from '../test/models.ts';
import { activateJobs, completeJob, createInstance, createRequest, deploy } from '../test/scenario.ts';
import { temporaryFolder } from '../test/temporary-folder.ts';
import { plannedStorage, testBroker } from '../test/test-broker.ts';

describe('back-pressure', () => {
  it('should refuse commands above the limit, but take what finishes work', async () => {
    const appends = new HeldAppends();
    const { storage } = plannedStorage({ hold: appends.hold });
    const broker = await testBroker({ inMemory: true, storage, limiter: { initialLimit: 2, limitMax: 2 } });
    await deploy(broker, oneTask);
    await createInstance(broker, 'one-task');
    const [job] = await activateJobs(broker);

    appends.start();
    const waiting = [createInstance(broker, 'one-task'), createInstance(broker, 'one-task')];
    await expect(createInstance(broker, 'one-task')).rejects.toMatchObject({ code: 'RESOURCE_EXHAUSTED' });
    const completed = completeJob(broker, job!);
    appends.release();

    await Promise.all([...waiting, completed]);
    await createInstance(broker, 'one-task');
    const refused = broker.metrics().find(({ labels }) => labels.reason === 'limit');
    expect(refused).toMatchObject({ name: 'waggle_commands_refused_total', value: 1 });
  });

  it('should refuse even those when the queue is full', async () => {
    const appends = new HeldAppends();
    const { storage } = plannedStorage({ hold: appends.hold });
    const broker = await testBroker({
      inMemory: true,
      storage,
      limiter: false,
      limits: { queueCommandsMax: 3 },
    });
    await deploy(broker, oneTask);
    const results = await Promise.allSettled(Array.from({ length: 5 }, () => createInstance(broker, 'one-task')));
    expect(results.map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'fulfilled',
      'rejected',
      'rejected',
    ]);
  });

  it('should never accept a command that is too large', async () => {
    const broker = await testBroker({ inMemory: true, limits: { commandBytesMax: 1_000 } });
    const request = createRequest('one-task', `{"text":"${'x'.repeat(1_000)}"}`);
    await expect(broker.send(1, request)).rejects.toMatchObject({ code: 'MESSAGE_TOO_LARGE' });
  });

  it('should say which partitions there are', async () => {
    const broker = await testBroker({ inMemory: true });
    await expect(broker.send(2, createRequest('one-task'))).rejects.toMatchObject({ code: 'PARTITION_NOT_FOUND' });
  });

  it('should refuse commands while the disk is below the watermark, and take them again by itself', async () => {
    const clock = new ManualClock();
    let free = 1_000;
    const broker = await testBroker({
      dataFolder: await temporaryFolder(),
      threads: 'main',
      clock,
      diskFreeBytesMin: 500,
      freeBytes: async () => free,
    });
    await deploy(broker, oneTask);
    free = 499;
    await clock.advance(1_000);
    await expect(createInstance(broker, 'one-task')).rejects.toMatchObject({ code: 'RESOURCE_EXHAUSTED' });
    expect(broker.health()).toMatchObject({ readiness: false, liveness: true, status: 'unhealthy' });
    free = 500;
    await clock.advance(1_000);
    await createInstance(broker, 'one-task');
  });

  it('should give up waiting after the time-out while the command goes on', async () => {
    const appends = new HeldAppends();
    const clock = new ManualClock();
    const { storage } = plannedStorage({ hold: appends.hold });
    const broker = await testBroker({ inMemory: true, storage, clock });
    await deploy(broker, oneTask);
    appends.start();
    const late = broker.send(1, createRequest('one-task'), { timeoutMs: 100 }).catch((error: unknown) => error);
    await settled();
    await clock.advance(100);
    expect(await late).toBeInstanceOf(PartitionError);
    expect(await late).toMatchObject({ code: 'TIMEOUT' });
    appends.release();
    expect(await activateJobs(broker)).toHaveLength(1);
  });
});
