import {
  bpmn,
  endEvent,
  flow,
  oneUserTask,
  startEvent,
  userTask,
  userTaskCommand,
  userTaskKey,
} from '@waggle/engine/test';
import { type Key, UserTaskIntent, type UserTaskValue, ValueType } from '@waggle/protocol';
import { expect, test } from 'vitest';
import { startReadSide } from '../../test/read-side.ts';

const START = '2030-01-15T12:00:00.000Z';

test('should show a task with everything a client asks for', async () => {
  // given
  const { engine, search, get } = await startReadSide();
  const { processesMetadata } = engine.deploy(
    bpmn(
      { id: 'p', name: 'Approval' },
      startEvent(),
      userTask('task', {
        assignment: 'assignee="ada" candidateGroups="sales,ops" candidateUsers="bob"',
        schedule: 'dueDate="2030-02-01T10:00:00+01:00" followUpDate="2030-01-20T10:00:00+01:00"',
        priority: '70',
        form: 'externalReference="https://forms.example/1"',
        headers: '<zeebe:taskHeaders><zeebe:header key="color" value="red"/></zeebe:taskHeaders>',
      }),
      endEvent(),
      flow('start', 'task'),
      flow('task', 'end'),
    ),
  );

  // when
  const processInstanceKey = engine.create('p');
  const key = userTaskKey(engine);

  // then
  const expected = {
    userTaskKey: String(key),
    name: 'task',
    state: 'CREATED',
    assignee: 'ada',
    elementId: 'task',
    candidateGroups: ['sales', 'ops'],
    candidateUsers: ['bob'],
    processDefinitionId: 'p',
    creationDate: START,
    completionDate: null,
    followUpDate: '2030-01-20T09:00:00.000Z',
    dueDate: '2030-02-01T09:00:00.000Z',
    tenantId: '<default>',
    externalFormReference: 'https://forms.example/1',
    processDefinitionVersion: 1,
    customHeaders: { color: 'red' },
    priority: 70,
    elementInstanceKey: expect.stringMatching(/^\d+$/),
    processName: 'Approval',
    processDefinitionKey: String(processesMetadata[0]!.processDefinitionKey),
    processInstanceKey: String(processInstanceKey),
    rootProcessInstanceKey: String(processInstanceKey),
    businessId: null,
    formKey: null,
    tags: [],
  };
  expect(await search('UserTask')).toEqual([expected]);
  expect(await get('UserTask', key)).toEqual(expected);
});

test('should show what a transition leads to when its listeners are done', async () => {
  // given
  const { engine, get } = await startReadSide();
  engine.deploy(oneUserTask({ listeners: ['assigning:check', 'completing:check', 'updating:check'] }));
  engine.create('p');
  const key = userTaskKey(engine);
  const task = () => get('UserTask', key);

  // when, then
  userTaskCommand(engine, UserTaskIntent.ASSIGN, key, { assignee: 'ada' });
  expect(await task()).toMatchObject({ state: 'ASSIGNING', assignee: null });
  engine.completeJob('check');
  expect(await task()).toMatchObject({ state: 'CREATED', assignee: 'ada' });

  userTaskCommand(engine, UserTaskIntent.UPDATE, key, { priority: 7, changedAttributes: ['priority'] });
  expect(await task()).toMatchObject({ state: 'UPDATING', priority: 50 });
  engine.completeJob('check');
  expect(await task()).toMatchObject({ state: 'CREATED', priority: 7 });

  engine.advance(60_000);
  userTaskCommand(engine, UserTaskIntent.COMPLETE, key);
  expect(await task()).toMatchObject({ state: 'COMPLETING', completionDate: null });
  engine.completeJob('check');
  expect(await task()).toMatchObject({ state: 'COMPLETED', completionDate: '2030-01-15T12:01:00.000Z' });
});

test('should show a task of a canceled instance as canceled', async () => {
  // given
  const { engine, search } = await startReadSide();
  engine.deploy(oneUserTask());
  const instance = engine.create('p');
  expect(await search('UserTask', { filter: { state: 'CREATED' } })).toHaveLength(1);

  // when
  engine.cancel(instance);

  // then
  expect(await search('UserTask')).toMatchObject([{ state: 'CANCELED', completionDate: START }]);
});

test('should find tasks by candidates, also after these changed', async () => {
  // given
  const { engine, search } = await startReadSide();
  engine.deploy(oneUserTask({ assignment: 'candidateGroups="sales,ops"' }));
  engine.create('p');
  const changed = userTaskKey(engine);
  engine.create('p');
  const unchanged = userTaskKey(engine);
  const found = async (filter: object) =>
    (await search('UserTask', { filter: { ...filter } })).map((task) => BigInt(task.userTaskKey) as Key);
  expect(await found({ candidateGroup: 'sales' })).toEqual([changed, unchanged]);

  // when
  const update = (changes: Partial<UserTaskValue>) =>
    userTaskCommand(engine, UserTaskIntent.UPDATE, changed, { ...changes, changedAttributes: Object.keys(changes) });
  update({ candidateGroupsList: ['ops', 'legal'], candidateUsersList: ['bob'] });

  // then
  expect(await found({ candidateGroup: 'sales' })).toEqual([unchanged]);
  expect(await found({ candidateGroup: { $neq: 'sales' } })).toEqual([changed]);
  expect(await found({ candidateGroup: { $in: ['legal', 'sales'] } })).toEqual([changed, unchanged]);
  expect(await found({ candidateGroup: { $notIn: ['legal'] } })).toEqual([unchanged]);
  expect(await found({ candidateGroup: { $like: 'op*', $neq: 'legal' } })).toEqual([unchanged]);
  expect(await found({ candidateUser: 'bob' })).toEqual([changed]);
  expect(await found({ candidateUser: { $exists: false } })).toEqual([unchanged]);
});

test('should find tasks by variables of the instance and of their own', async () => {
  // given
  const { engine, search } = await startReadSide();
  engine.deploy(oneUserTask({ io: '<zeebe:ioMapping><zeebe:input source="=amount" target="due"/></zeebe:ioMapping>' }));
  engine.create('p', { amount: 10 });
  const cheap = String(userTaskKey(engine));
  engine.create('p', { amount: 99 });

  // when
  const found = async (filter: object) =>
    (await search('UserTask', { filter: { ...filter } })).map((task) => task.userTaskKey);

  // then
  expect(await found({ processInstanceVariables: [{ name: 'amount', value: '10' }] })).toEqual([cheap]);
  expect(await found({ localVariables: [{ name: 'due', value: '10' }] })).toEqual([cheap]);
  expect(await found({ localVariables: [{ name: 'amount', value: '10' }] })).toEqual([]);
});

test('should order tasks as task lists do, those without a date last', async () => {
  // given
  const { engine, search } = await startReadSide();
  engine.deploy(oneUserTask({ schedule: 'dueDate="=due"', priority: '=urgency' }));
  engine.create('p', { due: '2030-03-01T00:00:00Z', urgency: 10 });
  engine.create('p', { due: null, urgency: 90 });
  engine.create('p', { due: '2030-02-01T00:00:00Z', urgency: 50 });

  // when
  const ordered = async (field: string, order: 'ASC' | 'DESC') =>
    (await search('UserTask', { sort: [{ field, order }] })).map(({ priority }) => priority);

  // then
  expect(await ordered('dueDate', 'ASC')).toEqual([50, 10, 90]);
  expect(await ordered('dueDate', 'DESC')).toEqual([10, 50, 90]);
  expect(await ordered('priority', 'DESC')).toEqual([90, 50, 10]);
});

test('should find tasks by dates, priority and tags', async () => {
  // given
  const { engine, search } = await startReadSide();
  engine.deploy(oneUserTask({ schedule: 'dueDate="2030-03-01T00:00:00Z"' }));
  engine.sendAccepted(ValueType.PROCESS_INSTANCE_CREATION, 0, engine.creation('p', { tags: ['fast'] }));

  // when
  const count = async (filter: object) => (await search('UserTask', { filter: { ...filter } })).length;

  // then
  expect(await count({ dueDate: { $gte: '2030-03-01T01:00:00+01:00' } })).toBe(1);
  expect(await count({ dueDate: { $lt: '2030-03-01T00:00:00Z' } })).toBe(0);
  expect(await count({ priority: { $gt: 40, $lte: 50 } })).toBe(1);
  expect(await count({ tags: ['fast'] })).toBe(1);
  expect(await count({ tags: ['FAST'] })).toBe(0);
  expect(await count({ assignee: { $exists: false } })).toBe(1);
});
