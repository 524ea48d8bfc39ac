import { bpmn, endEvent, flow, input, io, startEvent, subProcess, userTask, userTaskKey } from '@waggle/engine/test';
import { expect, test } from 'vitest';
import { startReadSide } from '../../test/read-side.ts';

/** A task within a sub-process that has a variable of its own, which hides the instance's. */
const nested = bpmn(
  { id: 'p' },
  startEvent(),
  subProcess(
    'sub',
    startEvent('subStart'),
    userTask('task', { io: io(input('=own', 'task')) }),
    flow('subStart', 'task'),
  ),
  endEvent(),
  flow('start', 'sub'),
  flow('sub', 'end'),
);

async function startTask() {
  const waggle = await startReadSide();
  waggle.engine.deploy(nested);
  waggle.engine.create('p', { amount: 1, own: 'mine' });
  const key = userTaskKey(waggle.engine);
  const sub = waggle.engine.records.find(
    ({ value }) => 'elementId' in value && value.elementId === 'sub' && 'flowScopeKey' in value,
  )!.key;
  waggle.engine.setVariables(sub, { amount: 2 }, true);
  return { ...waggle, key: String(key) };
}

test('should find variables of all scopes around a task', async () => {
  // given
  const { search, key } = await startTask();

  // when
  const found = await search('UserTaskVariable', { sort: [{ field: 'name' }] }, { seenByUserTask: key });

  // then
  expect(found.map(({ name, value }) => [name, value])).toEqual([
    ['amount', '1'],
    ['amount', '2'],
    ['own', '"mine"'],
    ['task', '"mine"'],
  ]);
});

test('should find of variables with one name the innermost', async () => {
  // given
  const { search, key } = await startTask();

  // when
  const all = await search('UserTaskVariable', {}, { effectiveInUserTask: key });
  const named = await search('UserTaskVariable', { filter: { name: 'amount' } }, { effectiveInUserTask: key });

  // then
  expect(all.map(({ name, value }) => [name, value]).toSorted()).toEqual([
    ['amount', '2'],
    ['own', '"mine"'],
    ['task', '"mine"'],
  ]);
  expect(named).toMatchObject([{ name: 'amount', value: '2' }]);
});

test('should find nothing of other tasks', async () => {
  // given
  const { search } = await startTask();

  // when
  const found = await search('UserTaskVariable', {}, { seenByUserTask: '1' });

  // then
  expect(found).toEqual([]);
});
