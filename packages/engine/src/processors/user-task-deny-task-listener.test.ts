import { JobIntent, RejectionType, UserTaskIntent, ValueType } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import { startEngine } from '../../test/invariants.ts';
import { answersOf, rejectionOf } from '../../test/outcome.ts';
import {
  completeListener,
  keptUserTask,
  oneUserTask,
  userTaskCommand,
  userTaskEvents,
  userTaskKey,
  userTaskResult,
} from '../../test/user-tasks.ts';

describe('USER_TASK DENY_TASK_LISTENER', () => {
  it('should leave the task as it was and tell the client why', () => {
    // given
    const engine = startEngine();
    engine.deploy(oneUserTask({ listeners: ['completing:first', 'completing:second', 'completing:third'] }));
    const instance = engine.create('p');
    const key = userTaskKey(engine);
    userTaskCommand(engine, UserTaskIntent.COMPLETE, key, { variables: '{"a":1}' });
    completeListener(engine, 'first', { correct: { priority: 99 } });

    // when
    const answers = answersOf(engine, () => completeListener(engine, 'second', { isDenied: true, deniedReason: 'no' }));

    // then
    expect(answers.at(-1)).toMatchObject({
      rejectionType: RejectionType.INVALID_STATE,
      rejectionReason: `Completion of the User Task with key '${key}' was denied by Task Listener. Reason to deny: 'no'`,
      valueType: ValueType.USER_TASK,
      intent: UserTaskIntent.COMPLETE,
    });
    expect(userTaskEvents(engine).slice(2)).toEqual(['COMPLETING', 'CORRECTED', 'COMPLETION_DENIED']);
    expect(engine.events(ValueType.USER_TASK).at(-1)?.value).toMatchObject({ deniedReason: 'no', priority: 50 });
    expect(keptUserTask(engine, key)).toMatchObject({ state: 'CREATED', value: { priority: 50, variables: '{}' } });

    // when
    userTaskCommand(engine, UserTaskIntent.COMPLETE, key);
    for (const type of ['first', 'second', 'third']) completeListener(engine, type);

    // then
    expect(engine.isCompleted(instance)).toBe(true);
    expect(engine.variables(instance)).toEqual({});
  });

  it('should deny assigning, claiming and updating', () => {
    const cases = [
      [UserTaskIntent.ASSIGN, 'assigning', 'Assignment', 'ASSIGNMENT_DENIED'],
      [UserTaskIntent.CLAIM, 'assigning', 'Assignment', 'ASSIGNMENT_DENIED'],
      [UserTaskIntent.UPDATE, 'updating', 'Update', 'UPDATE_DENIED'],
    ] as const;
    for (const [intent, eventType, what, denied] of cases) {
      // given
      const engine = startEngine();
      engine.deploy(oneUserTask({ listeners: [`${eventType}:check`] }));
      engine.create('p');
      const key = userTaskKey(engine);
      const before = keptUserTask(engine, key);
      userTaskCommand(engine, intent, key, {
        assignee: 'amy',
        changedAttributes: intent === UserTaskIntent.UPDATE ? ['priority'] : [],
        priority: 1,
      });

      // when
      const answers = answersOf(engine, () =>
        completeListener(engine, 'check', { isDenied: true, deniedReason: 'no' }),
      );

      // then
      expect(answers.at(-1)?.rejectionReason).toBe(
        `${what} of the User Task with key '${key}' was denied by Task Listener. Reason to deny: 'no'`,
      );
      expect(userTaskEvents(engine).at(-1)).toBe(denied);
      expect(keptUserTask(engine, key)).toEqual(before);
    }
  });

  it('should leave a task unassigned when assigning it to whom the model says is denied', () => {
    const engine = startEngine();
    engine.deploy(oneUserTask({ assignment: 'assignee="amy"', listeners: ['assigning:check'] }));
    engine.create('p');
    completeListener(engine, 'check', { isDenied: true });
    expect(keptUserTask(engine, userTaskKey(engine))).toMatchObject({ state: 'CREATED', value: { assignee: '' } });
  });

  it('should not come with corrections', () => {
    const engine = startEngine();
    engine.deploy(oneUserTask({ listeners: ['completing:check'] }));
    engine.create('p');
    userTaskCommand(engine, UserTaskIntent.COMPLETE, userTaskKey(engine));
    const [job] = engine.activate('check');
    const result = userTaskResult({ isDenied: true, correct: { priority: 1 } });
    expect(rejectionOf(engine.job(JobIntent.COMPLETE, job!.jobKey, { result }))).toMatch(
      /^INVALID_ARGUMENT: .* with corrections, but the job result is denied/,
    );
  });
});
