import { UserTaskIntent, type UserTaskValue } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import { startEngine } from '../../test/invariants.ts';
import { rejectionOf } from '../../test/outcome.ts';
import { keptUserTask, oneUserTask, userTaskCommand, userTaskEvents, userTaskKey } from '../../test/user-tasks.ts';

function taskWithEverything() {
  const engine = startEngine();
  engine.deploy(
    oneUserTask({
      assignment: 'candidateGroups="sales" candidateUsers="amy"',
      schedule: 'dueDate="2030-01-31T12:00:00Z" followUpDate="2030-01-30T12:00:00Z"',
    }),
  );
  engine.create('p');
  const key = userTaskKey(engine);
  return {
    engine,
    key,
    update: (changes: Partial<UserTaskValue>) => userTaskCommand(engine, UserTaskIntent.UPDATE, key, changes),
  };
}

describe('USER_TASK UPDATE', () => {
  it('should change what the command names, and say what really differs', () => {
    // given
    const { engine, key, update } = taskWithEverything();

    // when
    const answer = update({
      changedAttributes: ['priority', 'candidateGroupsList', 'candidateUsersList', 'dueDate'],
      priority: 80,
      candidateGroupsList: [],
      candidateUsersList: ['amy'],
      dueDate: '',
      followUpDate: '2031-01-01T00:00:00Z',
    });

    // then
    expect(userTaskEvents(engine).slice(2)).toEqual(['UPDATING', 'UPDATED']);
    expect(answer?.record).toMatchObject({
      intent: UserTaskIntent.UPDATED,
      value: { changedAttributes: ['candidateGroupsList', 'dueDate', 'priority'], action: 'update' },
    });
    expect(keptUserTask(engine, key)?.value).toMatchObject({
      priority: 80,
      candidateGroupsList: [],
      candidateUsersList: ['amy'],
      dueDate: '',
      followUpDate: '2030-01-30T12:00:00Z',
    });
  });

  it('should change nothing when nothing is named', () => {
    const { update } = taskWithEverything();
    const answer = update({ changedAttributes: [], action: 'remind' });
    expect(answer?.record.value).toMatchObject({
      changedAttributes: [],
      action: 'remind',
      candidateUsersList: ['amy'],
    });
  });

  it('should refuse values that cannot be, and attributes it cannot change', () => {
    const { update } = taskWithEverything();
    expect(rejectionOf(update({ changedAttributes: ['priority'], priority: 101 }))).toBe(
      "INVALID_ARGUMENT: Expected priority to be in the range [0,100] but was '101'.",
    );
    expect(rejectionOf(update({ changedAttributes: ['dueDate'], dueDate: 'tomorrow' }))).toBe(
      "INVALID_ARGUMENT: Expected dueDate to be an ISO 8601 date-time with offset or zone, or empty, but was 'tomorrow'.",
    );
    expect(rejectionOf(update({ changedAttributes: ['assignee'], assignee: 'bob' }))).toBe(
      "INVALID_ARGUMENT: Expected changed attributes to be among [candidateGroupsList, candidateUsersList, dueDate, followUpDate, priority], but got 'assignee'",
    );
  });
});
