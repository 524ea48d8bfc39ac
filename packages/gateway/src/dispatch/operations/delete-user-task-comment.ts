import { type Key, UserTaskCommentIntent, userTaskCommentCommandValue, ValueType } from '@waggle/protocol';
import type { Answer, CommandRouter } from '../command-router.ts';

/** Rejected as NOT_FOUND when the task has no such comment, or has ended. */
export async function deleteUserTaskComment(
  router: CommandRouter,
  { userTaskKey, commentKey }: { readonly userTaskKey: Key; readonly commentKey: Key },
): Answer<typeof ValueType.USER_TASK_COMMENT> {
  const value = userTaskCommentCommandValue({ userTaskKey, commentKey });
  const intent = UserTaskCommentIntent.DELETE;
  return router.sendByKey({ valueType: ValueType.USER_TASK_COMMENT, intent, key: commentKey, value }, userTaskKey);
}
