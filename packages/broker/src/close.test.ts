import { describe, expect, it } from 'vitest';
import { HeldAppends } from '../test/held-appends.ts';
import { ManualClock, settled } from '../test/manual-clock.ts';
import { oneTask } from '../test/models.ts';
import { createInstance, createRequest, deploy } from '../test/scenario.ts';
import { plannedStorage, testBroker } from '../test/test-broker.ts';

describe('close', () => {
  it('should answer what was accepted and refuse what comes later', async () => {
    const broker = await testBroker({ inMemory: true });
    await deploy(broker, oneTask);
    const accepted = Array.from({ length: 50 }, () => createInstance(broker, 'one-task'));
    const closing = broker.close();
    await expect(createInstance(broker, 'one-task')).rejects.toMatchObject({ code: 'PARTITION_UNAVAILABLE' });
    expect(broker.isReady).toBe(false);
    await Promise.all(accepted);
    await closing;
    await broker.close();
  });

  it('should refuse what does not become durable in time', async () => {
    const appends = new HeldAppends();
    const clock = new ManualClock();
    const { storage } = plannedStorage({ hold: appends.hold });
    const broker = await testBroker({ inMemory: true, storage, clock, limits: { drainMs: 100 } });
    await deploy(broker, oneTask);
    appends.start();
    const stuck = createInstance(broker, 'one-task').catch((error: unknown) => error);
    await settled();
    const closing = broker.close();
    await settled();
    await clock.advance(100);
    expect(await stuck).toMatchObject({ code: 'ABORTED' });
    appends.release();
    await closing;
  });

  it('should end requests that wait for the result of an instance', async () => {
    const broker = await testBroker({ inMemory: true });
    await deploy(broker, oneTask);
    const { value, ...request } = createRequest('one-task');
    const awaited = broker
      .send(1, { ...request, intent: 2, value: { ...value, awaitRequestId: 1, awaitRequestStreamId: 1 } })
      .catch((error: unknown) => error);
    await settled();
    await broker.close();
    expect(await awaited).toMatchObject({ code: 'ABORTED' });
  });
});
