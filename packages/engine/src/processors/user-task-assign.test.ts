import { type Key, keyOf, UserTaskIntent, ValueType } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import { startEngine } from '../../test/invariants.ts';
import { rejectionOf } from '../../test/outcome.ts';
import { keptUserTask, oneUserTask, userTaskCommand, userTaskEvents, userTaskKey } from '../../test/user-tasks.ts';

describe('USER_TASK ASSIGN', () => {
  it('should give the task to somebody and answer with the final event', () => {
    // given
    const engine = startEngine();
    engine.deploy(oneUserTask());
    engine.create('p');
    const key = userTaskKey(engine);

    // when
    const answer = userTaskCommand(engine, UserTaskIntent.ASSIGN, key, { assignee: 'amy' });

    // then
    expect(userTaskEvents(engine)).toEqual(['CREATING', 'CREATED', 'ASSIGNING', 'ASSIGNED']);
    expect(answer?.record).toMatchObject({
      intent: UserTaskIntent.ASSIGNED,
      value: { assignee: 'amy', action: 'assign', changedAttributes: ['assignee'] },
    });
    expect(keptUserTask(engine, key)).toMatchObject({
      state: 'CREATED',
      value: { assignee: 'amy' },
      pending: undefined,
    });
  });

  it('should take the task from whoever had it when the assignee is empty', () => {
    const engine = startEngine();
    engine.deploy(oneUserTask({ assignment: 'assignee="amy"' }));
    engine.create('p');
    userTaskCommand(engine, UserTaskIntent.ASSIGN, userTaskKey(engine), { assignee: '', action: 'unassign' });
    expect(keptUserTask(engine, userTaskKey(engine))?.value).toMatchObject({ assignee: '', action: 'unassign' });
  });

  it('should name no changed attribute when the task is assigned to who has it', () => {
    const engine = startEngine();
    engine.deploy(oneUserTask({ assignment: 'assignee="amy"' }));
    engine.create('p');
    const answer = userTaskCommand(engine, UserTaskIntent.ASSIGN, userTaskKey(engine), { assignee: 'amy' });
    expect(answer?.record.value).toMatchObject({ assignee: 'amy', changedAttributes: [] });
  });

  it('should be rejected for a task that is unknown or under way', () => {
    const engine = startEngine();
    engine.deploy(oneUserTask({ listeners: ['creating:slow'] }));
    engine.create('p');
    const key = userTaskKey(engine);
    const assign = (taskKey: Key) => userTaskCommand(engine, UserTaskIntent.ASSIGN, taskKey, { assignee: 'amy' });
    expect(rejectionOf(assign(keyOf(1, 1n)))).toBe(
      `NOT_FOUND: Expected to assign user task with key '${keyOf(1, 1n)}', but no such user task was found`,
    );
    expect(rejectionOf(assign(key))).toBe(
      `INVALID_STATE: Expected to assign user task with key '${key}', but it is in state 'CREATING'`,
    );
    expect(engine.events(ValueType.USER_TASK)).toHaveLength(1);
  });
});
