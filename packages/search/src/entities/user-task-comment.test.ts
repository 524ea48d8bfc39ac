import { commentCommand, deleteCommentCommand, oneUserTask, userTaskCommand, userTaskKey } from '@waggle/engine/test';
import { UserTaskIntent } from '@waggle/protocol';
import { expect, test } from 'vitest';
import { startReadSide, type TestReadSide } from '../../test/read-side.ts';

function startTask({ engine }: TestReadSide) {
  const processInstanceKey = engine.create('p');
  return { processInstanceKey, taskKey: userTaskKey(engine) };
}

async function startWithTask() {
  const waggle = await startReadSide();
  waggle.engine.deploy(oneUserTask());
  return { ...waggle, ...startTask(waggle), waggle };
}

test('should show the comments of one task, the oldest first', async () => {
  // given
  const { engine, search, processInstanceKey, taskKey, waggle } = await startWithTask();
  const { taskKey: otherTask } = startTask(waggle);

  // when
  const { key } = commentCommand(engine, taskKey, { text: '<img src=x onerror=alert(1)>\n🐝' }).record;
  engine.advance(1_000);
  commentCommand(engine, otherTask, { text: 'elsewhere' });
  commentCommand(engine, taskKey, { author: 'bob', text: 'second' });

  // then
  const scope = { userTaskKey: String(taskKey) };
  const [first, second, ...others] = await search('UserTaskComment', {}, scope);
  expect(first).toEqual({
    commentKey: String(key),
    userTaskKey: String(taskKey),
    processInstanceKey: String(processInstanceKey),
    elementInstanceKey: expect.stringMatching(/^\d+$/),
    author: 'ann',
    text: '<img src=x onerror=alert(1)>\n🐝',
    creationDate: '2030-01-15T12:00:00.000Z',
    tenantId: '<default>',
  });
  expect(second).toMatchObject({ author: 'bob', text: 'second', creationDate: '2030-01-15T12:00:01.000Z' });
  expect(others).toEqual([]);
});

test('should find comments by author, text and time, in other orders', async () => {
  // given
  const { engine, search, taskKey } = await startWithTask();
  for (const [author, text] of [
    ['ann', 'Call them.'],
    ['bob', 'Called, nobody there.'],
    ['ann', 'Then write.'],
  ] as const) {
    commentCommand(engine, taskKey, { author, text });
    engine.advance(1_000);
  }
  const scope = { userTaskKey: String(taskKey) };
  const texts = async (request: object) =>
    (await search('UserTaskComment', request, scope)).map(({ text }) => text.slice(0, 6));

  // when, then
  expect(await texts({ filter: { author: 'ann' } })).toEqual(['Call t', 'Then w']);
  expect(await texts({ filter: { text: { $like: 'Call*' } } })).toEqual(['Call t', 'Called']);
  expect(await texts({ filter: { creationDate: { $gte: '2030-01-15T12:00:01Z' } } })).toEqual(['Called', 'Then w']);
  expect(await texts({ sort: [{ field: 'creationDate', order: 'DESC' }], page: { limit: 1 } })).toEqual(['Then w']);
});

test('should forget deleted comments and keep those of an ended task', async () => {
  // given
  const { engine, search, exportRecords, taskKey } = await startWithTask();
  const gone = commentCommand(engine, taskKey, { text: 'gone' }).record.key;
  commentCommand(engine, taskKey, { text: 'kept' });
  await exportRecords();

  // when
  deleteCommentCommand(engine, taskKey, gone);
  userTaskCommand(engine, UserTaskIntent.COMPLETE, taskKey);

  // then
  expect(await search('UserTaskComment', {}, { userTaskKey: String(taskKey) })).toMatchObject([{ text: 'kept' }]);
});
