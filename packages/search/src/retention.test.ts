import {
  bpmn,
  callActivity,
  catchEvent,
  commentCommand,
  element,
  endEvent,
  flow,
  message,
  messageEvent,
  serviceTask,
  startEvent,
  type TestEngine,
} from '@waggle/engine/test';
import { HistoryDeletionIntent, type Key, UserTaskIntent, userTaskCommandValue, ValueType } from '@waggle/protocol';
import { expect, test } from 'vitest';
import { deleteResource } from '../test/delete-resource.ts';
import { startReadSide } from '../test/read-side.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;

/** Leaves rows in as many tables as one process can. */
const eventful = bpmn(
  { id: 'eventful', definitions: message('paid', 'payment', '=order') },
  startEvent(),
  element('userTask', 'review', {
    extensions: '<zeebe:userTask/><zeebe:assignmentDefinition assignee="ada" candidateGroups="a,b"/>',
  }),
  serviceTask('work', { retries: '=broken' }),
  catchEvent('wait', messageEvent('paid')),
  endEvent(),
  flow('start', 'review'),
  flow('review', 'wait'),
  flow('wait', 'work'),
  flow('work', 'end'),
);

const short = bpmn(
  { id: 'short' },
  startEvent(),
  serviceTask('work'),
  endEvent(),
  flow('start', 'work'),
  flow('work', 'end'),
);
const caller = bpmn(
  { id: 'caller' },
  startEvent(),
  callActivity('call', 'short'),
  endEvent(),
  flow('start', 'call'),
  flow('call', 'end'),
);

function forget(engine: TestEngine, resourceKey: Key, resourceType = 'PROCESS_INSTANCE'): void {
  engine.sendAccepted(ValueType.HISTORY_DELETION, HistoryDeletionIntent.DELETE, {
    resourceKey,
    resourceType,
    processId: '',
    tenantId: '',
  });
}

/** What stays: deployments, what is counted, where the export is. */
const lasting = new Set([
  'audit_log',
  'exported_position',
  'process_definition',
  'variable_name',
  'usage_metric',
  'usage_metric_assignee',
  'job_metric',
]);

const without = (counts: Readonly<Record<string, number>>) =>
  Object.keys(counts).filter((table) => !lasting.has(table) && table !== 'ended_element_count');

test('should remove an instance with all that belongs to it when its time has come', async () => {
  // given
  const { engine, cleanUp, rowCounts, search } = await startReadSide({ retention: { historyMs: 2 * DAY_MS } });
  engine.deploy(eventful);
  const key = engine.create('eventful', { order: 'o', text: 'x'.repeat(10_000) });
  const [{ userTaskKey }] = await search('UserTask');
  commentCommand(engine, BigInt(userTaskKey) as Key);
  engine.sendAccepted(ValueType.USER_TASK, UserTaskIntent.COMPLETE, userTaskCommandValue(), BigInt(userTaskKey) as Key);
  engine.publish('payment', 'o');
  engine.cancel(key);
  const before = await rowCounts();
  expect(Object.keys(before)).toEqual(
    expect.arrayContaining([
      'correlated_message_subscription',
      'element_instance',
      'incident',
      'incident_scope',
      'message_subscription',
      'sequence_flow',
      'user_task',
      'user_task_candidate',
      'user_task_comment',
      'variable',
    ]),
  );

  // when
  engine.advance(2 * DAY_MS - 1);
  expect((await cleanUp()).rows).toBe(0);
  engine.advance(1);
  const removed = await cleanUp();

  // then
  expect(removed.processInstances).toBe(1);
  expect(without(await rowCounts())).toEqual([]);
  expect(await search('ProcessInstance')).toEqual([]);
});

test('should keep what runs, and called instances as long as their caller', async () => {
  // given
  const { engine, cleanUp, search } = await startReadSide({ retention: { historyMs: DAY_MS } });
  engine.deploy(short, caller);
  engine.create('short');
  engine.create('caller');
  engine.completeJob('work');
  engine.completeJob('work');
  engine.create('short');
  const running = engine.create('caller');

  // when
  engine.advance(10 * DAY_MS);
  await cleanUp();

  // then
  const living = await search('ProcessInstance', { filter: { state: 'ACTIVE' } });
  expect(living).toHaveLength(3);
  expect(await search('ProcessInstance')).toEqual(living);
  // when
  engine.completeJob('work');
  engine.completeJob('work');
  expect(await search('ProcessInstance', { filter: { processInstanceKey: String(running) } })).toMatchObject([
    { state: 'COMPLETED' },
  ]);
  engine.advance(DAY_MS);
  expect((await cleanUp()).processInstances).toBe(3);
  // then
  expect(await search('ProcessInstance')).toEqual([]);
});

test("should keep instances as long as their process says, in place of the server's time", async () => {
  // given
  const { engine, cleanUp, search } = await startReadSide({ retention: { historyMs: Number.POSITIVE_INFINITY } });
  const kept = (id: string, text: string) =>
    bpmn(
      {
        id,
        extensions: `<zeebe:properties><zeebe:property name="historyTimeToLive" value="${text}"/></zeebe:properties>`,
      },
      startEvent(),
      endEvent(),
      flow('start', 'end'),
    );
  engine.deploy(kept('brief', 'PT1H'), kept('longer', 'P3D'), kept('days', '2'), kept('unclear', 'a while'));
  for (const id of ['brief', 'longer', 'days', 'unclear']) engine.create(id);

  // when
  engine.advance(DAY_MS);
  await cleanUp();

  // then
  const left = async () => (await search('ProcessInstance')).map(({ processDefinitionId }) => processDefinitionId);
  expect(await left()).toEqual(['longer', 'days', 'unclear']);
  engine.advance(1_000 * DAY_MS);
  await cleanUp();
  expect(await left()).toEqual(['unclear']);
});

test('should remove very many rows of one instance in steps, and those it called', async () => {
  // given
  const { engine, cleanUp, rowCounts } = await startReadSide({ retention: { historyMs: 0 } });
  const names = Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`v${index}`, index]));
  engine.deploy(short, caller);
  engine.create('caller', names);

  // when
  engine.completeJob('work');
  const { steps, processInstances } = await cleanUp();

  // then
  expect(processInstances).toBe(2);
  expect(steps).toBeGreaterThan(2);
  expect(without(await rowCounts())).toEqual([]);
});

test('should not find an instance any more as soon as a client asked to forget it', async () => {
  // given
  const { engine, cleanUp, get, rowCounts } = await startReadSide();
  engine.deploy(short, caller);
  const forgotten = engine.create('caller');
  engine.completeJob('work');
  const kept = engine.create('short');
  engine.completeJob('work');

  // when
  forget(engine, forgotten);

  // then
  expect(await get('ProcessInstance', forgotten)).toBeUndefined();
  expect(await get('ProcessInstance', kept)).toMatchObject({ state: 'COMPLETED' });
  await cleanUp();
  expect(await rowCounts()).toMatchObject({ process_instance: 1, job: 1 });
});

test('should forget a called instance with what it called, but not its caller', async () => {
  // given
  const { engine, cleanUp, search } = await startReadSide();
  const outer = bpmn(
    { id: 'outer' },
    startEvent(),
    callActivity('call', 'caller'),
    serviceTask('last'),
    flow('start', 'call'),
    flow('call', 'last'),
  );
  engine.deploy(short, caller, outer);
  const running = String(engine.create('outer'));
  engine.completeJob('work');
  const [middle] = await search('ProcessInstance', { filter: { processDefinitionId: 'caller' } });

  // when
  forget(engine, BigInt(middle.processInstanceKey) as Key);
  await cleanUp();

  // then
  expect(await search('ProcessInstance')).toMatchObject([{ processInstanceKey: running, state: 'ACTIVE' }]);
  const elements = await search('ElementInstance');
  expect(new Set(elements.map(({ processInstanceKey }) => processInstanceKey))).toEqual(new Set([running]));
  engine.completeJob('last');
  expect(await search('ProcessInstance')).toMatchObject([{ processInstanceKey: running, state: 'COMPLETED' }]);
});

test('should forget evaluations of decisions', async () => {
  // given
  const { engine, search, cleanUp } = await startReadSide({ retention: { decisionInstanceMs: DAY_MS } });
  engine.deploy({
    name: 'answer.dmn',
    xml: `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="answers" name="answers" namespace="n">
      <decision id="answer" name="Answer"><literalExpression id="e"><text>42</text></literalExpression></decision>
    </definitions>`,
  });
  engine.evaluateDecision('answer');
  engine.evaluateDecision('answer');
  const [first] = (await search('DecisionInstance')) as [{ decisionEvaluationKey: string }];

  // when
  forget(engine, BigInt(first.decisionEvaluationKey) as Key, 'DECISION_INSTANCE');

  // then
  expect(await search('DecisionInstance')).toHaveLength(1);
  engine.advance(DAY_MS);
  expect((await cleanUp()).rows).toBe(1);
  expect(await search('DecisionInstance')).toEqual([]);
});

test('should forget a definition with its instances', async () => {
  // given
  const { engine, cleanUp, rowCounts, search } = await startReadSide();
  const processDefinitionKey = engine.deploy(short).processesMetadata[0]!.processDefinitionKey;
  for (let index = 0; index < 250; index++) {
    engine.create('short');
    engine.completeJob('work');
  }

  // when
  deleteResource(engine, processDefinitionKey, true);
  await cleanUp();

  // then
  expect(await search('ProcessDefinition')).toEqual([]);
  expect(Object.keys(await rowCounts()).sort()).toEqual([
    'audit_log',
    'exported_position',
    'job_metric',
    'usage_metric',
  ]);
});

test('should forget decisions with their evaluations', async () => {
  // given
  const { engine, cleanUp, rowCounts } = await startReadSide();
  const { decisionRequirementsMetadata } = engine.deploy({
    name: 'answer.dmn',
    xml: `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="answers" name="answers" namespace="n">
      <decision id="answer" name="Answer"><literalExpression id="e"><text>42</text></literalExpression></decision>
    </definitions>`,
  });
  engine.evaluateDecision('answer');

  // when
  deleteResource(engine, decisionRequirementsMetadata[0]!.decisionRequirementsKey, true);
  await cleanUp();

  // then
  expect(Object.keys(await rowCounts()).sort()).toEqual(['audit_log', 'exported_position', 'usage_metric']);
});

test('should keep counting elements of ended instances right when some are removed', async () => {
  // given
  const { engine, cleanUp, query } = await startReadSide({ retention: { historyMs: DAY_MS } });
  const processDefinitionKey = engine.deploy(short).processesMetadata[0]!.processDefinitionKey;
  engine.create('short');
  engine.completeJob('work');
  engine.advance(DAY_MS / 2);
  engine.create('short');
  engine.completeJob('work');
  const completed = async () => {
    const { items } = await query('processDefinitionElementStatistics', {
      processDefinitionKey: String(processDefinitionKey),
    });
    return items.find(({ elementId }: { elementId: string }) => elementId === 'work')?.completed;
  };
  expect(await completed()).toBe(2);

  // when
  engine.advance(DAY_MS / 2);
  await cleanUp();

  // then
  expect(await completed()).toBe(1);
});

test('should forget entries of the audit log when their time has come', async () => {
  // given
  const { engine, cleanUp, rowCounts } = await startReadSide({ retention: { auditLogMs: DAY_MS } });
  engine.deploy(short);
  expect((await rowCounts()).audit_log).toBe(1);

  // when
  engine.advance(DAY_MS);
  await cleanUp();

  // then
  expect((await rowCounts()).audit_log).toBeUndefined();
});

test('should forget metrics when they are old', async () => {
  // given
  const { engine, cleanUp, rowCounts } = await startReadSide({
    retention: { usageMetricsMs: DAY_MS, jobMetricsMs: 0 },
  });
  engine.deploy(short);
  engine.create('short');
  expect(await rowCounts()).toMatchObject({ usage_metric: 1, job_metric: expect.any(Number) });

  // when
  engine.advance(DAY_MS + 5 * 60_000);
  await cleanUp();

  // then
  const counts = await rowCounts();
  expect([counts.usage_metric, counts.job_metric]).toEqual([undefined, undefined]);
});
