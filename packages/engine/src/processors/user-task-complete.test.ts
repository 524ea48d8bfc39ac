import { UserTaskIntent, ValueType } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import { startEngine } from '../../test/invariants.ts';
import { rejectionOf } from '../../test/outcome.ts';
import { oneUserTask, userTaskCommand, userTaskKey } from '../../test/user-tasks.ts';

describe('USER_TASK COMPLETE', () => {
  it('should complete a task that nobody has, and answer with what was given', () => {
    // given
    const engine = startEngine();
    engine.deploy(oneUserTask());
    const instance = engine.create('p');

    // when
    const answer = userTaskCommand(engine, UserTaskIntent.COMPLETE, userTaskKey(engine), {
      variables: '{"a":1}',
      action: 'approve',
    });

    // then
    expect(answer?.record).toMatchObject({
      valueType: ValueType.USER_TASK,
      intent: UserTaskIntent.COMPLETED,
      value: { variables: '{"a":1}', action: 'approve', changedAttributes: ['variables'] },
    });
    expect(engine.isCompleted(instance)).toBe(true);
  });

  it('should be rejected when the variables are no object, or the task is gone', () => {
    const engine = startEngine();
    engine.deploy(oneUserTask());
    engine.create('p');
    const key = userTaskKey(engine);
    expect(rejectionOf(userTaskCommand(engine, UserTaskIntent.COMPLETE, key, { variables: '[1]' }))).toMatch(
      /^INVALID_ARGUMENT: Expected variables to be a JSON object/,
    );
    userTaskCommand(engine, UserTaskIntent.COMPLETE, key);
    expect(rejectionOf(userTaskCommand(engine, UserTaskIntent.COMPLETE, key))).toBe(
      `NOT_FOUND: Expected to complete user task with key '${key}', but no such user task was found`,
    );
  });
});
