import {
  IDENTIFIER_LENGTH_MAX,
  RejectionType,
  USER_TASK_COMMENT_LENGTH_MAX,
  USER_TASK_COMMENTS_MAX,
  UserTaskCommentIntent,
  type UserTaskCommentValue,
  ValueType,
} from '@waggle/protocol';
import { textProblem } from '../behavior/text-length.ts';
import type { Processing } from '../processing.ts';
import { Rejection } from '../rejection.ts';
import type { Processor } from './processor.ts';

/**
 * Keeps what somebody says about a task, whatever the task is in the middle of: it changes nothing of the process, so it is
 * possible while the instance is suspended or banned, too.
 */
export const userTaskCommentCreate: Processor<UserTaskCommentValue> = (processing, command) => {
  const { keys, state, write } = processing;
  const { userTaskKey } = command.value;
  // Half characters do not survive the log: the answer shall not show what no search will find.
  const [author, text] = [command.value.author.toWellFormed(), command.value.text.toWellFormed()];
  const task = state.userTasks.get(userTaskKey);
  if (task === undefined) {
    const reason = `Expected to comment on user task with key '${userTaskKey}', but no such user task was found`;
    return write.reject(RejectionType.NOT_FOUND, reason);
  }
  const problem =
    textProblem('author', author, IDENTIFIER_LENGTH_MAX) ??
    textProblem('text', text, USER_TASK_COMMENT_LENGTH_MAX) ??
    checkRoom(processing, command.value);
  if (problem !== undefined) return write.reject(problem.type, problem.reason);
  const { processInstanceKey, elementInstanceKey, tenantId } = task.value;
  const commentKey = keys.next();
  const value = { commentKey, userTaskKey, processInstanceKey, elementInstanceKey, tenantId, author, text };
  write.respond(write.event(ValueType.USER_TASK_COMMENT, UserTaskCommentIntent.CREATED, commentKey, value));
};

function checkRoom({ state }: Processing, { userTaskKey }: UserTaskCommentValue): Rejection | undefined {
  let count = 0;
  state.userTaskComments.forEach(userTaskKey, () => {
    count++;
  });
  if (count < USER_TASK_COMMENTS_MAX) return undefined;
  const reason = `Expected at most ${USER_TASK_COMMENTS_MAX} comments on user task with key '${userTaskKey}', but there are as many already; delete one first`;
  return new Rejection(RejectionType.INVALID_STATE, reason);
}
