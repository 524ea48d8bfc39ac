import {
  bpmn,
  element,
  endEvent,
  flow,
  message,
  messageEvent,
  oneUserTask,
  startEvent,
  userTaskCommand,
  userTaskKey,
} from '@waggle/engine/test';
import { UserTaskIntent } from '@waggle/protocol';
import { expect, test } from 'vitest';
import { startReadSide } from '../test/read-side.ts';

/** It does not get much shorter by compression. */
const longText = Array.from({ length: 2_000 }, (_, index) => Math.sin(index).toString(36).slice(-8)).join('');

const work = bpmn(
  { id: 'work' },
  startEvent(),
  element('serviceTask', 'task', { extensions: '<zeebe:taskDefinition type="=type"/>' }),
  endEvent(),
  flow('start', 'task'),
  flow('task', 'end'),
);

test('should take names longer than an index holds', async () => {
  // given
  const { engine, search } = await startReadSide();
  engine.deploy(work);
  engine.deploy(oneUserTask({ assignment: 'assignee="=name" candidateGroups="=[name]"' }));
  engine.deploy(
    bpmn(
      { id: 'wait', definitions: message('m', 'paid', '=name') },
      startEvent(),
      element('intermediateCatchEvent', 'catch', { body: messageEvent('m') }),
      endEvent(),
      flow('start', 'catch'),
      flow('catch', 'end'),
    ),
  );

  // when
  engine.create('work', { type: longText, [longText]: longText });
  engine.create('p', { name: longText });
  engine.create('wait', { name: `${longText}\0` });

  // then
  const [job] = await search('Job');
  const [task] = await search('UserTask');
  const [subscription] = await search('MessageSubscription');
  const [variable] = await search('Variable', { filter: { name: { $notIn: ['type', 'name'] } } });
  for (const text of [job.type, task.assignee, subscription.correlationKey, variable.name]) {
    expect(longText.startsWith(text.slice(0, 600))).toBe(true);
  }
});

test('should take candidates that a database takes for the same', async () => {
  // given
  const { engine, search } = await startReadSide();
  engine.deploy(oneUserTask());
  engine.create('p');
  const groups = ['a\0', 'a\ufffd', `${longText}1`, `${longText}2`];

  // when
  userTaskCommand(engine, UserTaskIntent.UPDATE, userTaskKey(engine), {
    candidateGroupsList: groups,
    changedAttributes: ['candidateGroupsList'],
  });

  // then
  expect(await search('UserTask', { filter: { candidateGroup: 'a\ufffd' } })).toHaveLength(1);
});

test('should count jobs of types that differ where metrics cut them', async () => {
  // given
  const { engine, statistics } = await startReadSide();
  engine.deploy(work);
  const beginning = 'x'.repeat(99);

  // when
  for (const type of [`${beginning}\u{1f600}`, `${beginning}\u{1f916}`, 'a\0', 'a\ufffd']) {
    engine.create('work', { type });
  }

  // then
  const period = { from: '2030-01-01T00:00:00Z', to: '2031-01-01T00:00:00Z' };
  expect(await statistics('JobTypeStatistics', period)).toMatchObject([
    { jobType: 'a\ufffd', created: { count: 2 } },
    { jobType: `${beginning}\ufffd`, created: { count: 2 } },
  ]);
});

test('should keep elements apart whose long ids begin alike', async () => {
  // given
  const { engine, query } = await startReadSide();
  const [first, second] = [`a${longText}1`, `a${longText}2`];
  engine.deploy(
    bpmn({ id: 'p' }, startEvent(), endEvent(first), endEvent(second), flow('start', first), flow('start', second)),
  );

  // when
  const processInstanceKey = String(engine.create('p'));

  // then
  expect((await query('processInstanceSequenceFlows', { processInstanceKey })).items).toHaveLength(2);
});
