import { RejectionType, UserTaskCommentIntent, type UserTaskCommentValue, ValueType } from '@waggle/protocol';
import type { Processor } from './processor.ts';

/** Takes back a comment of a task that has not ended: what was said about an ended one is history. */
export const userTaskCommentDelete: Processor<UserTaskCommentValue> = ({ state, write }, { key, value }) => {
  const { userTaskKey } = value;
  const task = state.userTasks.get(userTaskKey);
  const start = `Expected to delete the comment with key '${key}' of user task with key '${userTaskKey}', but`;
  if (task === undefined) return write.reject(RejectionType.NOT_FOUND, `${start} no such user task was found`);
  if (!state.userTaskComments.has(userTaskKey, key)) {
    return write.reject(RejectionType.NOT_FOUND, `${start} the task has no such comment`);
  }
  const { processInstanceKey, elementInstanceKey, tenantId } = task.value;
  const place = { commentKey: key, userTaskKey, processInstanceKey, elementInstanceKey, tenantId };
  const gone = { ...place, author: '', text: '' };
  write.respond(write.event(ValueType.USER_TASK_COMMENT, UserTaskCommentIntent.DELETED, key, gone));
};
