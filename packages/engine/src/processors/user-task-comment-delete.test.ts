import { type Key, UserTaskCommentIntent, UserTaskIntent } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import { startEngine } from '../../test/invariants.ts';
import { rejectionOf } from '../../test/outcome.ts';
import { commentCommand, deleteCommentCommand } from '../../test/saved-filters.ts';
import { oneUserTask, userTaskCommand, userTaskKey } from '../../test/user-tasks.ts';

const { DELETED } = UserTaskCommentIntent;

function startWithComment() {
  const engine = startEngine();
  engine.deploy(oneUserTask());
  const processInstanceKey = engine.create('p');
  const taskKey = userTaskKey(engine);
  const before = engine.dump();
  return { engine, processInstanceKey, taskKey, before, commentKey: commentCommand(engine, taskKey).record.key };
}

describe('USER_TASK_COMMENT DELETE', () => {
  it('should leave nothing of the comment', () => {
    // given
    const { engine, processInstanceKey, taskKey, before, commentKey } = startWithComment();

    // when
    const { record } = deleteCommentCommand(engine, taskKey, commentKey);

    // then
    const gone = { commentKey, userTaskKey: taskKey, processInstanceKey, author: '', text: '' };
    expect(record).toMatchObject({ intent: DELETED, key: commentKey, value: gone });
    expect(engine.dump()).toEqual(before);
  });

  it('should refuse a comment that the task does not have', () => {
    const { engine, taskKey, commentKey } = startWithComment();
    engine.create('p');
    const otherTask = userTaskKey(engine);
    deleteCommentCommand(engine, taskKey, commentKey);
    for (const [task, comment] of [
      [taskKey, commentKey],
      [taskKey, 7n as Key],
      [otherTask, commentKey],
    ] as const) {
      expect(rejectionOf(deleteCommentCommand(engine, task, comment))).toBe(
        `NOT_FOUND: Expected to delete the comment with key '${comment}' of user task with key '${task}', but the task has no such comment`,
      );
    }
  });

  it('should refuse the comments of a task that has ended: they are history', () => {
    const { engine, taskKey, commentKey } = startWithComment();
    userTaskCommand(engine, UserTaskIntent.COMPLETE, taskKey);
    expect(rejectionOf(deleteCommentCommand(engine, taskKey, commentKey))).toBe(
      `NOT_FOUND: Expected to delete the comment with key '${commentKey}' of user task with key '${taskKey}', but no such user task was found`,
    );
  });
});
