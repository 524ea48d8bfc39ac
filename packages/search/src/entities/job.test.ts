import { bpmn, element, endEvent, flow, jobPriority, serviceTask, startEvent } from '@waggle/engine/test';
import { JobIntent } from '@waggle/protocol';
import { expect, test } from 'vitest';
import { startReadSide } from '../../test/read-side.ts';

const order = bpmn(
  { id: 'order' },
  startEvent(),
  element('serviceTask', 'work', {
    extensions: `<zeebe:taskDefinition type="work" retries="3"/><zeebe:taskHeaders><zeebe:header key="a" value="1"/></zeebe:taskHeaders>${jobPriority('7')}`,
  }),
  endEvent(),
  flow('start', 'work'),
  flow('work', 'end'),
);

test('should show a job with everything a client asks for', async () => {
  // given
  const { engine, search } = await startReadSide();
  const { processesMetadata } = engine.deploy(order);

  // when
  const key = String(engine.create('order'));

  // then
  const now = new Date(engine.nowMs).toISOString();
  expect(await search('Job')).toEqual([
    {
      jobKey: expect.stringMatching(/^\d+$/),
      type: 'work',
      worker: '',
      state: 'CREATED',
      kind: 'BPMN_ELEMENT',
      listenerEventType: 'UNSPECIFIED',
      retries: 3,
      priority: 7,
      deadline: null,
      errorCode: null,
      errorMessage: null,
      hasFailedWithRetriesLeft: false,
      isDenied: null,
      deniedReason: null,
      customHeaders: { a: '1' },
      elementId: 'work',
      elementInstanceKey: expect.stringMatching(/^\d+$/),
      processInstanceKey: key,
      rootProcessInstanceKey: key,
      processDefinitionKey: String(processesMetadata[0]!.processDefinitionKey),
      processDefinitionId: 'order',
      businessId: null,
      tenantId: '<default>',
      creationTime: now,
      lastUpdateTime: now,
      endTime: null,
    },
  ]);
});

test('should follow a job through activation, failure and completion', async () => {
  // given
  const { engine, search } = await startReadSide();
  engine.deploy(order);
  engine.create('order');
  const only = async () => (await search('Job'))[0];

  // when
  const { jobKey } = engine.activate('work')[0]!;

  // then
  const deadline = new Date(engine.nowMs + 60_000).toISOString();
  expect(await only()).toMatchObject({ state: 'CREATED', worker: 'test', deadline });

  // when
  engine.advance(1_000);
  engine.job(JobIntent.FAIL, jobKey, { retries: 2, errorMessage: 'No paper' });

  // then
  const failed = { state: 'FAILED', retries: 2, errorMessage: 'No paper', hasFailedWithRetriesLeft: true };
  const lastUpdateTime = new Date(engine.nowMs).toISOString();
  expect(await only()).toMatchObject({ ...failed, lastUpdateTime, endTime: null });
  expect(await search('Job', { filter: { state: 'FAILED', errorMessage: { $like: '*paper' } } })).toHaveLength(1);

  // when
  engine.job(JobIntent.UPDATE, jobKey, { retries: 5, changedAttributes: ['retries'] });

  // then
  expect(await only()).toMatchObject({ state: 'RETRIES_UPDATED', retries: 5 });

  // when
  engine.completeJob('work');

  // then
  expect(await only()).toMatchObject({
    state: 'COMPLETED',
    worker: 'test',
    endTime: new Date(engine.nowMs).toISOString(),
  });
});

test('should tell errors and time-outs', async () => {
  // given
  const { engine, search } = await startReadSide();
  engine.deploy(order);
  engine.create('order');
  engine.create('order');
  const [thrown] = engine.activate('work', 1);
  engine.job(JobIntent.THROW_ERROR, thrown!.jobKey, { errorCode: 'E1', errorMessage: 'Out' });

  // when
  engine.activate('work', 1);
  engine.advance(61_000);

  // then
  expect(await search('Job', { sort: [{ field: 'state' }] })).toMatchObject([
    { state: 'ERROR_THROWN', errorCode: 'E1', errorMessage: 'Out' },
    { state: 'TIMED_OUT', errorCode: null },
  ]);
});

test('should cancel the job of an instance that is canceled', async () => {
  // given
  const { engine, search } = await startReadSide();
  engine.deploy(order);
  const key = engine.create('order');

  // when
  engine.cancel(key);

  // then
  expect(await search('Job', { filter: { processInstanceKey: String(key) } })).toMatchObject([
    { state: 'CANCELED', endTime: expect.any(String) },
  ]);
});

test('should tell the listeners of elements apart from their jobs', async () => {
  // given
  const { engine, search } = await startReadSide();
  const listener =
    '<zeebe:executionListeners><zeebe:executionListener eventType="start" type="audit"/></zeebe:executionListeners>';
  engine.deploy(bpmn({ id: 'listened' }, startEvent(), serviceTask('work', { io: listener }), flow('start', 'work')));

  // when
  engine.create('listened');

  // then
  expect(await search('Job', { filter: { kind: 'EXECUTION_LISTENER' } })).toMatchObject([
    { type: 'audit', listenerEventType: 'START' },
  ]);
});

test('should show jobs that a worker has until the end of time', async () => {
  // given
  const { engine, search } = await startReadSide();
  engine.deploy(order);
  engine.create('order');

  // when
  engine.activate('work', 1, { timeoutMs: Number.MAX_SAFE_INTEGER });

  // then
  expect(await search('Job')).toMatchObject([{ worker: 'test', deadline: '9999-12-31T23:59:59.999Z' }]);
});
