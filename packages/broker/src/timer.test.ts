import { ClockIntent, type Command, NO_KEY, ValueType } from '@waggle/protocol';
import { expect, it } from 'vitest';
import { ManualClock, settled } from '../test/manual-clock.ts';
import { delayedTask } from '../test/models.ts';
import { activateJobs, createInstance, createRequest, deploy } from '../test/scenario.ts';
import { temporaryFolder } from '../test/temporary-folder.ts';
import { testBroker } from '../test/test-broker.ts';
import { waitUntil } from '../test/wait-until.ts';
import { startBroker } from './broker.ts';

it('should fire a timer when its time has come, not before', async () => {
  const clock = new ManualClock();
  const broker = await testBroker({ inMemory: true, clock });
  await deploy(broker, delayedTask);
  await createInstance(broker, 'delayed-task');
  await clock.advance(59_999);
  expect(await activateJobs(broker)).toHaveLength(0);
  await clock.advance(1);
  await settled();
  expect(await activateJobs(broker)).toHaveLength(1);
});

it('should fire a timer that became due while the broker was down, and take a clock that jumps forward', {
  timeout: 30_000,
}, async () => {
  const dataFolder = await temporaryFolder();
  const clock = new ManualClock();
  const first = await startBroker({ dataFolder, threads: 'main', clock, diskFreeBytesMin: 0 });
  await deploy(first, delayedTask);
  await createInstance(first, 'delayed-task');
  await first.close();

  clock.set(clock.nowMs() + 100_000);
  const second = await testBroker({ dataFolder, threads: 'main', clock, diskFreeBytesMin: 0 });
  await waitUntil(async () => (await activateJobs(second)).length === 1, 'the timer to fire');

  await createInstance(second, 'delayed-task');
  clock.set(clock.nowMs() + 100_000);
  await clock.advance(1_000);
  await waitUntil(async () => (await activateJobs(second)).length === 1, 'the timer to fire');
});

it('should not let time go back behind a restart', async () => {
  const dataFolder = await temporaryFolder();
  const clock = new ManualClock(5_000_000);
  const first = await startBroker({ dataFolder, threads: 'main', clock, diskFreeBytesMin: 0 });
  await deploy(first, delayedTask);
  await first.close();

  clock.set(1_000_000);
  const second = await testBroker({ dataFolder, threads: 'main', clock, diskFreeBytesMin: 0 });
  const { record } = await second.send(1, createRequest('delayed-task'));
  expect(record.timestamp).toBe(5_000_000);
});

it('should fire a timer as soon as the engine’s clock is pinned to its time', async () => {
  const clock = new ManualClock();
  const broker = await testBroker({ inMemory: true, clock });
  await deploy(broker, delayedTask);
  await createInstance(broker, 'delayed-task');
  const pin = (time: number): Omit<Command, 'requestStreamId' | 'requestId'> => ({
    valueType: ValueType.CLOCK,
    intent: ClockIntent.PIN,
    key: NO_KEY,
    value: { time },
    operationReference: NO_KEY,
  });
  await broker.send(1, pin(clock.nowMs() + 59_999));
  await clock.advance(1_000_000);
  expect(await activateJobs(broker)).toHaveLength(0);
  await broker.send(1, pin(1_000_000 + 60_000));
  await clock.advance(0);
  await settled();
  expect(await activateJobs(broker)).toHaveLength(1);
});
