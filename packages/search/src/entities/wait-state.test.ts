import {
  boundaryEvent,
  bpmn,
  conditionalEvent,
  element,
  flow,
  message,
  messageEvent,
  oneUserTask,
  serviceTask,
  signal,
  signalEvent,
  startEvent,
  timerEvent,
} from '@waggle/engine/test';
import { expect, test } from 'vitest';
import { startReadSide } from '../../test/read-side.ts';

const catching = (id: string, body: string) => element('intermediateCatchEvent', id, { body });

const waiting = bpmn(
  {
    id: 'waiting',
    definitions: message('m', 'paid "now"', '=orderId') + signal('s', 'stop'),
  },
  startEvent(),
  serviceTask('work'),
  boundaryEvent('late', 'work', timerEvent('timeDuration', 'PT2H')),
  element('userTask', 'approve', {
    extensions: '<zeebe:userTask/><zeebe:taskSchedule dueDate="2030-02-01T00:00:00Z"/>',
  }),
  catching('timer', timerEvent('timeDuration', 'PT1H')),
  catching('message', messageEvent('m')),
  catching('signal', signalEvent('s')),
  catching('condition', conditionalEvent('=ready')),
  ...['work', 'approve', 'timer', 'message', 'signal', 'condition'].map((id) => flow('start', id)),
);

test('should tell what elements wait for', async () => {
  // given
  const { engine, search, query } = await startReadSide();
  engine.deploy(waiting);
  const key = String(engine.create('waiting', { orderId: 'o-1', ready: false }));

  // when
  const found = await search('ElementInstanceWaitState', {
    filter: { processInstanceKey: key },
    sort: [{ field: 'elementId' }],
  });

  // then
  const anyKey = expect.stringMatching(/^\d+$/);
  const common = {
    rootProcessInstanceKey: key,
    processInstanceKey: key,
    elementInstanceKey: anyKey,
    tenantId: '<default>',
    bpmnProcessId: 'waiting',
  };
  const catchEvent = { ...common, elementType: 'INTERMEDIATE_CATCH_EVENT' };
  expect(found).toEqual([
    {
      ...common,
      elementId: 'approve',
      elementType: 'USER_TASK',
      details: { waitStateType: 'USER_TASK', taskKey: anyKey, dueDate: '2030-02-01T00:00:00.000Z' },
    },
    {
      ...catchEvent,
      elementId: 'condition',
      details: { waitStateType: 'CONDITION', expression: '=ready', events: ['create', 'update'] },
    },
    {
      ...catchEvent,
      elementId: 'message',
      details: { waitStateType: 'MESSAGE', messageName: 'paid "now"', correlationKey: 'o-1' },
    },
    { ...catchEvent, elementId: 'signal', details: { waitStateType: 'SIGNAL', signalName: 'stop' } },
    {
      ...catchEvent,
      elementId: 'timer',
      details: { waitStateType: 'TIMER', dueDate: engine.nowMs + 3_600_000, repetitions: 1 },
    },
    {
      ...common,
      elementId: 'work',
      elementType: 'SERVICE_TASK',
      details: {
        waitStateType: 'JOB',
        jobKey: anyKey,
        jobType: 'work',
        jobKind: 'BPMN_ELEMENT',
        listenerEventType: null,
        retries: 3,
      },
    },
  ]);
  expect((await query('processInstanceWaitStateStatistics', { processInstanceKey: key })).items).toContainEqual({
    elementId: 'work',
    waitingCount: 1,
  });
  expect(await search('ElementInstanceWaitState', { filter: { waitStateType: 'TIMER' } })).toHaveLength(1);
});

test('should forget what was waited for', async () => {
  // given
  const { engine, search } = await startReadSide();
  engine.deploy(waiting);
  const key = engine.create('waiting', { orderId: 'o-1', ready: false });
  const waits = async () => (await search('ElementInstanceWaitState')).map(({ elementId }) => elementId).sort();

  // when
  engine.publish('paid "now"', 'o-1');
  engine.broadcast('stop');
  engine.setVariables(key, { ready: true });
  engine.advance(3_600_000);
  engine.completeJob('work');

  // then
  expect(await waits()).toEqual(['approve']);

  // when
  engine.cancel(key);

  // then
  expect(await waits()).toEqual([]);
});

test('should forget what an instance waited for that is canceled', async () => {
  // given
  const { engine, search } = await startReadSide();
  engine.deploy(waiting);
  const key = engine.create('waiting', { orderId: 'o-1', ready: false });
  expect(await search('ElementInstanceWaitState')).toHaveLength(6);

  // when
  engine.cancel(key);

  // then
  expect(await search('ElementInstanceWaitState')).toEqual([]);
});

test('should tell of tasks that are due in the last hours of the year 9999', async () => {
  // given
  const { engine, search } = await startReadSide();
  engine.deploy(oneUserTask({ schedule: 'dueDate="9999-12-31T23:59:59-12:00"' }));

  // when
  engine.create('p');

  // then
  const details = { waitStateType: 'USER_TASK', dueDate: '9999-12-31T23:59:59.999Z' };
  expect(await search('ElementInstanceWaitState')).toMatchObject([{ details }]);
});
