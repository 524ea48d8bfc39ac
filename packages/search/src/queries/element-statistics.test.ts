import { bpmn, endEvent, flow, serviceTask, startEvent } from '@waggle/engine/test';
import { JobIntent } from '@waggle/protocol';
import { expect, test } from 'vitest';
import { startReadSide } from '../../test/read-side.ts';

const loop = bpmn(
  { id: 'loop' },
  startEvent(),
  serviceTask('work'),
  '<bpmn:exclusiveGateway id="enough" default="enough_end"/>',
  endEvent(),
  flow('start', 'work'),
  flow('work', 'enough'),
  flow('enough', 'work', '=again = true'),
  flow('enough', 'end'),
);

/** One that went round and ended, one that waits, one with an incident, one canceled. */
async function startFour() {
  const waggle = await startReadSide();
  const { engine } = waggle;
  const processDefinitionKey = String(engine.deploy(loop).processesMetadata[0]!.processDefinitionKey);
  const ended = engine.create('loop', { again: false });
  engine.completeJob('work', { again: true });
  engine.completeJob('work', { again: false });
  const failed = engine.create('loop');
  const [job] = engine.activate('work');
  engine.job(JobIntent.FAIL, job!.jobKey, { retries: 0 });
  const canceled = engine.create('loop');
  engine.cancel(canceled);
  const waiting = engine.create('loop');
  return { ...waggle, processDefinitionKey, ended, failed, canceled, waiting };
}

test('should count element instances of one process instance', async () => {
  // given
  const { query, ended, failed } = await startFour();

  // when
  const statistics = (key: bigint) => query('processInstanceElementStatistics', { processInstanceKey: String(key) });

  // then
  const none = { active: 0, canceled: 0, incidents: 0, completed: 0 };
  expect(await statistics(ended)).toEqual({
    items: [
      { ...none, elementId: 'end', completed: 1 },
      { ...none, elementId: 'enough', completed: 2 },
      { ...none, elementId: 'start', completed: 1 },
      { ...none, elementId: 'work', completed: 2 },
    ],
  });
  expect(await statistics(failed)).toEqual({
    items: [
      { ...none, elementId: 'start', completed: 1 },
      { ...none, elementId: 'work', incidents: 1 },
    ],
  });
});

test('should count process instances of a definition by the elements they reached', async () => {
  // given
  const { engine, query, processDefinitionKey, waiting } = await startFour();
  engine.deploy(loop.replace('"start"', '"start" name="Another version"'));
  engine.create('loop');

  // when
  const statistics = async (filter?: object) =>
    (await query('processDefinitionElementStatistics', { processDefinitionKey, filter })).items;

  // then
  const none = { active: 0, canceled: 0, incidents: 0, completed: 0 };
  expect(await statistics()).toEqual([
    { ...none, elementId: 'end', completed: 1 },
    { ...none, elementId: 'enough', completed: 1 },
    { ...none, elementId: 'start', completed: 4 },
    { elementId: 'work', active: 1, canceled: 1, incidents: 1, completed: 1 },
  ]);
  // What is counted as instances end is what counting them all gives.
  expect(await statistics({ tenantId: '<default>' })).toEqual(await statistics());
  expect(await statistics({ state: 'ACTIVE', hasIncident: false })).toEqual([
    { ...none, elementId: 'start', completed: 1 },
    { ...none, elementId: 'work', active: 1 },
  ]);
  expect(await statistics({ $or: [{ processInstanceKey: String(waiting) }, { state: 'TERMINATED' }] })).toEqual([
    { ...none, elementId: 'start', completed: 2 },
    { ...none, elementId: 'work', active: 1, canceled: 1 },
  ]);
});

test('should tell each taken flow once', async () => {
  // given
  const { query, ended, processDefinitionKey } = await startFour();
  const key = String(ended);

  // when
  const { items } = await query('processInstanceSequenceFlows', { processInstanceKey: key });

  // then
  expect(items.map(({ elementId }: { elementId: string }) => elementId)).toEqual([
    'enough_end',
    'enough_work',
    'start_work',
    'work_enough',
  ]);
  expect(items[0]).toEqual({
    sequenceFlowId: `${key}_enough_end`,
    processInstanceKey: key,
    rootProcessInstanceKey: key,
    processDefinitionKey,
    processDefinitionId: 'loop',
    elementId: 'enough_end',
    tenantId: '<default>',
  });
});
