import { expect, it } from 'vitest';
import { ManualClock } from '../test/manual-clock.ts';
import { delayedTask, oneTask, runaway } from '../test/models.ts';
import { activateJobs, createInstance, deploy, isInstanceAlive } from '../test/scenario.ts';
import { testBroker } from '../test/test-broker.ts';
import { waitUntil } from '../test/wait-until.ts';

it('should serve clients and timers beside a process that never stops, and the other way round', async () => {
  const clock = new ManualClock();
  const broker = await testBroker({ inMemory: true, clock });
  for (const bpmn of [oneTask, runaway, delayedTask]) await deploy(broker, bpmn);
  const processedOf = (source: string) =>
    broker.metrics().find(({ name, labels }) => name === 'waggle_commands_processed_total' && labels.source === source)!
      .value;
  await createInstance(broker, 'delayed-task');
  const key = await createInstance(broker, 'runaway');
  await waitUntil(() => processedOf('backlog') > 10, 'the process to run on');

  await Promise.all(Array.from({ length: 50 }, () => createInstance(broker, 'one-task')));
  expect(await activateJobs(broker)).toHaveLength(50);

  const backlogBefore = processedOf('backlog');
  clock.set(clock.nowMs() + 60_000);
  await waitUntil(async () => (await activateJobs(broker)).length === 1, 'the timer to fire');
  expect(processedOf('backlog')).toBeGreaterThan(backlogBefore);
  expect(await isInstanceAlive(broker, key)).toBe(true);
});
