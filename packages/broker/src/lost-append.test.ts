import { describe, expect, it } from 'vitest';
import { ManualClock } from '../test/manual-clock.ts';
import { oneTask } from '../test/models.ts';
import { activateJobs, createInstance, deploy } from '../test/scenario.ts';
import { plannedStorage, testBroker } from '../test/test-broker.ts';
import { waitUntil } from '../test/wait-until.ts';

describe('an append that fails', () => {
  it('should undo what is not durable, tell everybody once and stop', async () => {
    const { storage, states } = plannedStorage({ failAt: 3, code: 'LEADERSHIP_LOST' });
    const broker = await testBroker({ inMemory: true, storage });
    await deploy(broker, oneTask);
    await createInstance(broker, 'one-task');
    const before = [...states[0]!.dump()];

    const lost = await Promise.allSettled(Array.from({ length: 5 }, () => createInstance(broker, 'one-task')));

    expect(lost.map((result) => result.status === 'rejected' && result.reason.code)).toEqual(
      Array(5).fill('PARTITION_UNAVAILABLE'),
    );
    expect([...states[0]!.dump()]).toEqual(before);
    expect(broker.isReady).toBe(false);
    expect(broker.health()).toMatchObject({ status: 'dead', liveness: false });
    expect(broker.topology().brokers[0]!.partitions).toEqual([{ partitionId: 1, role: 'inactive', health: 'dead' }]);
    await expect(createInstance(broker, 'one-task')).rejects.toMatchObject({ code: 'PARTITION_UNAVAILABLE' });
  });

  it('should say that nobody knows when the device failed', async () => {
    const { storage } = plannedStorage({ failAt: 1, code: 'IO' });
    const broker = await testBroker({ inMemory: true, storage });
    await expect(deploy(broker, oneTask)).rejects.toMatchObject({ code: 'ABORTED' });
  });

  it('should go on by itself once a full disk has room, with nothing lost and nothing of the refused', async () => {
    const clock = new ManualClock();
    const { storage, states } = plannedStorage({ failAt: 3, code: 'DISK_FULL' }, { failAt: 1, code: 'DISK_FULL' }, {});
    const broker = await testBroker({ inMemory: true, storage, clock });
    await deploy(broker, oneTask);
    await createInstance(broker, 'one-task');

    await expect(createInstance(broker, 'one-task')).rejects.toMatchObject({
      code: 'RESOURCE_EXHAUSTED',
      message: expect.stringContaining('disk is full'),
    });
    expect(broker.health().status).toBe('unhealthy');
    await expect(createInstance(broker, 'one-task')).rejects.toMatchObject({ code: 'RESOURCE_EXHAUSTED' });

    await waitUntil(async () => {
      await clock.advance(1_000);
      return broker.isReady;
    }, 'the partition to recover');
    await expect(createInstance(broker, 'one-task')).rejects.toMatchObject({ code: 'RESOURCE_EXHAUSTED' });

    await waitUntil(async () => {
      await clock.advance(1_000);
      return broker.isReady;
    }, 'the partition to recover again');
    await createInstance(broker, 'one-task');
    expect(await activateJobs(broker)).toHaveLength(2);
    expect(states).toHaveLength(3);
  });
});
