import { UserTaskIntent } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import { startEngine } from '../../test/invariants.ts';
import { rejectionOf } from '../../test/outcome.ts';
import { keptUserTask, oneUserTask, userTaskCommand, userTaskEvents, userTaskKey } from '../../test/user-tasks.ts';

describe('USER_TASK CLAIM', () => {
  it('should give a free task to who claims it, also twice', () => {
    // given
    const engine = startEngine();
    engine.deploy(oneUserTask());
    engine.create('p');
    const key = userTaskKey(engine);

    // when
    const answer = userTaskCommand(engine, UserTaskIntent.CLAIM, key, { assignee: 'amy' });
    userTaskCommand(engine, UserTaskIntent.CLAIM, key, { assignee: 'amy' });

    // then
    expect(answer?.record).toMatchObject({
      intent: UserTaskIntent.ASSIGNED,
      value: { assignee: 'amy', action: 'claim', changedAttributes: ['assignee'] },
    });
    expect(userTaskEvents(engine).slice(2)).toEqual(['CLAIMING', 'ASSIGNED', 'CLAIMING', 'ASSIGNED']);
    expect(keptUserTask(engine, key)?.value.assignee).toBe('amy');
  });

  it('should be rejected when somebody else has the task, or nobody claims it', () => {
    const engine = startEngine();
    engine.deploy(oneUserTask({ assignment: 'assignee="bob"' }));
    engine.create('p');
    const key = userTaskKey(engine);
    const claim = (assignee: string) => userTaskCommand(engine, UserTaskIntent.CLAIM, key, { assignee });
    expect(rejectionOf(claim('amy'))).toBe(
      `INVALID_STATE: Expected to claim user task with key '${key}', but it has already been assigned`,
    );
    expect(rejectionOf(claim(' '))).toBe(
      `INVALID_STATE: Expected to claim user task with key '${key}', but provided assignee is empty`,
    );
  });
});
