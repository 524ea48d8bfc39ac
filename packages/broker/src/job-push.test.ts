import type { ActivatedJob, JobStreamRequest } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import { HeldAppends } from '../test/held-appends.ts';
import { ManualClock, settled } from '../test/manual-clock.ts';
import { oneTask } from '../test/models.ts';
import { activateJobs, activateRequest, completeJob, createInstance, deploy } from '../test/scenario.ts';
import { plannedStorage, testBroker } from '../test/test-broker.ts';
import { waitUntil } from '../test/wait-until.ts';

const request: JobStreamRequest = {
  type: 'work',
  worker: 'streaming',
  timeoutMs: 60_000,
  fetchVariables: [],
  withLease: false,
  tenantIds: ['<default>'],
};

describe('job push', () => {
  it('should push new jobs to streams in turn', async () => {
    const broker = await testBroker({ inMemory: true });
    await deploy(broker, oneTask);
    const received: ActivatedJob[][] = [[], []];
    for (const jobs of received) {
      broker.openJobStream(request, (job) => {
        jobs.push(job);
        return true;
      });
    }
    await Promise.all(Array.from({ length: 10 }, () => createInstance(broker, 'one-task')));
    await waitUntil(() => received.flat().length === 10, 'ten jobs');
    expect(received.map(({ length }) => length)).toEqual([5, 5]);
    await completeJob(broker, received[0]![0]!);
    expect(received[0]![0]).toMatchObject({ worker: 'streaming', type: 'work' });
  });

  it('should offer a job to an equal stream when its own cannot take it', async () => {
    const broker = await testBroker({ inMemory: true });
    await deploy(broker, oneTask);
    const received: ActivatedJob[] = [];
    broker.openJobStream(request, () => false);
    broker.openJobStream(request, (job) => received.push(job) > 0);
    await createInstance(broker, 'one-task');
    await createInstance(broker, 'one-task');
    await waitUntil(() => received.length === 2, 'both jobs');
  });

  it('should give a job back that nobody takes, leave the stream alone for a while, then push again', async () => {
    const clock = new ManualClock();
    const broker = await testBroker({ inMemory: true, clock });
    await deploy(broker, oneTask);
    let isFull = true;
    const received: ActivatedJob[] = [];
    broker.openJobStream(request, (job) => {
      if (isFull) throw new Error('connection is gone');
      return received.push(job) > 0;
    });
    await createInstance(broker, 'one-task');
    let polled: readonly ActivatedJob[] = [];
    await waitUntil(async () => {
      polled = await activateJobs(broker);
      return polled.length === 1;
    }, 'the job to be activatable again');
    expect(polled[0]).toMatchObject({ retries: 3, worker: 'test' });

    isFull = false;
    await createInstance(broker, 'one-task');
    await settled();
    expect(received).toEqual([]);
    await clock.advance(100);
    await createInstance(broker, 'one-task');
    await waitUntil(() => received.length === 1, 'a pushed job');
  });

  it('should hand a job to a stream later that was full when it came, though nobody polls', async () => {
    const broker = await testBroker({ inMemory: true });
    await deploy(broker, oneTask);
    let refusals = 3;
    const received: ActivatedJob[] = [];
    broker.openJobStream(request, (job) => refusals-- <= 0 && received.push(job) > 0);
    await createInstance(broker, 'one-task');
    await waitUntil(() => received.length === 1, 'the job, once the stream has room');
    expect(received[0]).toMatchObject({ worker: 'streaming', retries: 3 });
    await completeJob(broker, received[0]!);
  });

  it('should reach a stream with more jobs than may be on their way to it at once, each of them once', async () => {
    const broker = await testBroker({ inMemory: true, limits: { streamJobsInFlightMax: 4 } });
    await deploy(broker, oneTask);
    const received = new Map<bigint, number>();
    broker.openJobStream(request, ({ jobKey }) => {
      received.set(jobKey, (received.get(jobKey) ?? 0) + 1);
      return true;
    });
    await Promise.all(Array.from({ length: 100 }, () => createInstance(broker, 'one-task')));
    await waitUntil(() => received.size === 100, 'a hundred jobs');
    expect([...received.values()].filter((count) => count !== 1)).toEqual([]);
  });

  it('should give back jobs that are on their way when the stream closes', async () => {
    const appends = new HeldAppends();
    const { storage } = plannedStorage({ hold: appends.hold });
    const broker = await testBroker({ inMemory: true, storage });
    await deploy(broker, oneTask);
    const received: ActivatedJob[] = [];
    const close = broker.openJobStream(request, (job) => received.push(job) > 0);
    appends.start();
    const created = createInstance(broker, 'one-task');
    await settled();
    close();
    close();
    appends.release();
    await created;
    await waitUntil(async () => (await activateJobs(broker)).length === 1, 'the job to be activatable again');
    expect(received).toEqual([]);
  });

  it('should give back jobs whose request timed out', async () => {
    const appends = new HeldAppends();
    const clock = new ManualClock();
    const { storage } = plannedStorage({ hold: appends.hold });
    const broker = await testBroker({ inMemory: true, storage, clock });
    await deploy(broker, oneTask);
    await createInstance(broker, 'one-task');
    appends.start();
    const late = broker.send(1, activateRequest(1), { timeoutMs: 10 }).catch((error: unknown) => error);
    await settled();
    await clock.advance(10);
    expect(await late).toMatchObject({ code: 'TIMEOUT' });
    appends.release();
    await waitUntil(async () => (await activateJobs(broker)).length === 1, 'the job to be activatable again');
  });

  it('should announce each type of available jobs once per turn, until unsubscribed', async () => {
    const broker = await testBroker({ inMemory: true });
    await deploy(broker, oneTask);
    const types: string[] = [];
    const stop = broker.onJobsAvailable((type) => types.push(type));
    await Promise.all(Array.from({ length: 10 }, () => createInstance(broker, 'one-task')));
    await settled();
    expect(types).toEqual(['work']);
    stop();
    await activateJobs(broker);
    await createInstance(broker, 'one-task');
    await settled();
    expect(types).toEqual(['work']);
  });
});
