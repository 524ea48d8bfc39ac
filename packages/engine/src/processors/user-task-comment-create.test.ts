import { type Key, USER_TASK_COMMENTS_MAX, UserTaskCommentIntent, UserTaskIntent, ValueType } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import { startEngine } from '../../test/invariants.ts';
import { rejectionOf } from '../../test/outcome.ts';
import { commentCommand } from '../../test/saved-filters.ts';
import { keptUserTask, oneUserTask, userTaskCommand, userTaskKey } from '../../test/user-tasks.ts';
import { createEngineState } from '../state/engine-state.ts';

const { CREATED } = UserTaskCommentIntent;

function startWithTask() {
  const engine = startEngine();
  engine.deploy(oneUserTask());
  const processInstanceKey = engine.create('p');
  return { engine, processInstanceKey, taskKey: userTaskKey(engine) };
}

describe('USER_TASK_COMMENT CREATE', () => {
  it('should keep who says what about which task of which instance', () => {
    // given
    const { engine, processInstanceKey, taskKey } = startWithTask();

    // when
    const { record } = commentCommand(engine, taskKey, { author: 'bob', text: ' <b>Later</b>\n' });

    // then
    expect(record).toMatchObject({ valueType: ValueType.USER_TASK_COMMENT, intent: CREATED });
    expect(record.value).toEqual({
      commentKey: record.key,
      userTaskKey: taskKey,
      processInstanceKey,
      elementInstanceKey: keptUserTask(engine, taskKey)!.value.elementInstanceKey,
      tenantId: '<default>',
      author: 'bob',
      text: ' <b>Later</b>\n',
    });
  });

  it('should refuse a task that is not there or has ended', () => {
    const { engine, taskKey } = startWithTask();
    userTaskCommand(engine, UserTaskIntent.COMPLETE, taskKey);
    for (const key of [7n as Key, taskKey]) {
      expect(rejectionOf(commentCommand(engine, key))).toBe(
        `NOT_FOUND: Expected to comment on user task with key '${key}', but no such user task was found`,
      );
    }
  });

  it.each([
    [{ author: '' }, "Expected 'author' to have a visible character, but it is blank"],
    [{ author: 'x'.repeat(257) }, "Expected 'author' to have at most 256 characters, but it has 257"],
    [{ text: ' \n\t' }, "Expected 'text' to have a visible character, but it is blank"],
    [{ text: 'x'.repeat(4_001) }, "Expected 'text' to have at most 4000 characters, but it has 4001"],
  ])('should refuse a comment that nobody can read %#', (said, reason) => {
    const { engine, taskKey } = startWithTask();
    expect(rejectionOf(commentCommand(engine, taskKey, said))).toBe(`INVALID_ARGUMENT: ${reason}`);
  });

  it('should count characters, not their units', () => {
    const { engine, taskKey } = startWithTask();
    expect(commentCommand(engine, taskKey, { text: '🐝'.repeat(4_000) }).record.intent).toBe(CREATED);
  });

  it('should keep half characters as the log can tell them', () => {
    const { engine, taskKey } = startWithTask();
    const { record } = commentCommand(engine, taskKey, { author: '\ud800a', text: 'b\udc00' });
    expect(record.value).toMatchObject({ author: '\ufffda', text: 'b\ufffd' });
  });

  it('should refuse more comments than a task keeps', () => {
    // given
    const { engine, taskKey } = startWithTask();
    for (let index = 0; index < USER_TASK_COMMENTS_MAX; index++) commentCommand(engine, taskKey);

    // when
    const answer = commentCommand(engine, taskKey);

    // then
    expect(rejectionOf(answer)).toBe(
      `INVALID_STATE: Expected at most 1000 comments on user task with key '${taskKey}', but there are as many already; delete one first`,
    );
  });

  it('should take comments while the instance is suspended', () => {
    const { engine, processInstanceKey, taskKey } = startWithTask();
    engine.suspend(processInstanceKey);
    expect(commentCommand(engine, taskKey).record.intent).toBe(CREATED);
  });

  it('should take comments while a listener holds the task up', () => {
    // given
    const engine = startEngine();
    engine.deploy(oneUserTask({ listeners: ['completing:check'] }));
    engine.create('p');
    const taskKey = userTaskKey(engine);
    userTaskCommand(engine, UserTaskIntent.COMPLETE, taskKey);

    // when, then
    expect(keptUserTask(engine, taskKey)?.state).toBe('COMPLETING');
    expect(commentCommand(engine, taskKey).record.intent).toBe(CREATED);
  });

  it.each(['completed', 'canceled'])('should let go of the comments of a task that is %s', (how) => {
    // given
    const { engine, processInstanceKey, taskKey } = startWithTask();
    commentCommand(engine, taskKey);
    commentCommand(engine, taskKey);

    // when
    if (how === 'completed') userTaskCommand(engine, UserTaskIntent.COMPLETE, taskKey);
    else engine.cancel(processInstanceKey);

    // then
    expect([...createEngineState(engine.store).userTaskComments.entries()]).toEqual([]);
  });
});
