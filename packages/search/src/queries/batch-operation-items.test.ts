import {
  bpmn,
  callActivity,
  dmn,
  endEvent,
  flow,
  literal,
  serviceTask,
  startEvent,
  type TestEngine,
} from '@waggle/engine/test';
import { JobIntent, type Key } from '@waggle/protocol';
import { expect, test } from 'vitest';
import { startReadSide, type TestReadSide } from '../../test/read-side.ts';
import type { BatchOperationItemsRequest } from './batch-operation-items.ts';

const work = bpmn(
  { id: 'p' },
  startEvent(),
  serviceTask('task'),
  endEvent(),
  flow('start', 'task'),
  flow('task', 'end'),
);
const caller = bpmn({ id: 'caller' }, startEvent(), callActivity('call', 'p'), flow('start', 'call'));

function itemsOf(
  { query }: TestReadSide,
  type: BatchOperationItemsRequest['type'],
  filter: object = {},
  options: Partial<BatchOperationItemsRequest> = {},
): Promise<(readonly [string, string, string])[]> {
  return query('batchOperationItems', { type, filter, partitionId: 1, after: '', limit: 10, ...options });
}

function failJob(engine: TestEngine): void {
  const [job] = engine.activate('task', 1);
  engine.job(JobIntent.FAIL, job!.jobKey, { retries: 0, errorMessage: 'broken' });
}

test('should find what each operation can work on, whatever the filter says of it', async () => {
  // given
  const waggle = await startReadSide();
  const { engine } = waggle;
  engine.deploy(work, caller);
  const root = String(engine.create('caller'));
  const active = String(engine.create('p'));
  const suspended = engine.create('p');
  engine.suspend(suspended);
  const ended = engine.create('p');
  engine.cancel(ended);

  // when
  const found = async (type: BatchOperationItemsRequest['type'], filter: object = {}) =>
    (await itemsOf(waggle, type, filter)).map(([itemKey]) => itemKey);

  // then
  expect(await found('CANCEL_PROCESS_INSTANCE')).toEqual([root, active, String(suspended)]);
  expect(await found('SUSPEND_PROCESS_INSTANCE', { state: 'COMPLETED' })).toEqual([root, active]);
  expect(await found('RESUME_PROCESS_INSTANCE')).toEqual([String(suspended)]);
  expect(await found('DELETE_PROCESS_INSTANCE', { state: 'ACTIVE' })).toEqual([String(ended)]);
  expect(await found('MIGRATE_PROCESS_INSTANCE', { processDefinitionId: 'p' })).toHaveLength(3);
});

test('should find instances by all that searches know', async () => {
  // given
  const waggle = await startReadSide();
  const { engine } = waggle;
  engine.deploy(work);
  const early = String(engine.create('p', { amount: 1 }));
  engine.advance(60_000);
  engine.create('p', { amount: 2 });

  // when
  const byDate = await itemsOf(waggle, 'CANCEL_PROCESS_INSTANCE', { startDate: { $lt: '2030-01-15T12:00:30Z' } });
  const byVariable = await itemsOf(waggle, 'CANCEL_PROCESS_INSTANCE', {
    $or: [{ variables: [{ name: 'amount', value: '1' }] }],
  });

  // then
  expect(byDate).toEqual([[early, early, early]]);
  expect(byVariable).toEqual([[early, early, early]]);
});

test('should page by keys and look at one partition only', async () => {
  // given
  const waggle = await startReadSide();
  waggle.engine.deploy(work);
  const keys = Array.from({ length: 3 }, () => String(waggle.engine.create('p')));

  // when
  const first = await itemsOf(waggle, 'CANCEL_PROCESS_INSTANCE', {}, { limit: 2 });
  const second = await itemsOf(waggle, 'CANCEL_PROCESS_INSTANCE', {}, { limit: 2, after: first.at(-1)![0] });
  const elsewhere = await itemsOf(waggle, 'CANCEL_PROCESS_INSTANCE', {}, { partitionId: 2 });

  // then
  expect([...first, ...second].map(([itemKey]) => itemKey)).toEqual(keys);
  expect(elsewhere).toEqual([]);
});

test('should find incidents, open jobs and evaluations', async () => {
  // given
  const waggle = await startReadSide();
  const { engine } = waggle;
  engine.deploy(work, { name: 'rules.dmn', xml: dmn('rules', literal('rate', 'base'), literal('base', '1')) });
  const failed = String(engine.create('p'));
  failJob(engine);
  engine.create('p');
  engine.completeJob('task');
  const evaluation = engine.evaluateDecision('rate').key as Key;

  // when
  const incidents = await itemsOf(waggle, 'RESOLVE_INCIDENT', { processDefinitionId: 'p' });
  const jobs = await itemsOf(waggle, 'UPDATE_JOB', { type: 'task' });
  const evaluations = await itemsOf(waggle, 'DELETE_DECISION_INSTANCE', { decisionDefinitionId: 'rate' });

  // then
  expect(incidents).toEqual([[String(engine.incidents()[0]!.key), failed, failed]]);
  expect(jobs).toEqual([[expect.any(String), failed, failed]]);
  expect(evaluations).toEqual([[String(evaluation), null, null]]);
});
