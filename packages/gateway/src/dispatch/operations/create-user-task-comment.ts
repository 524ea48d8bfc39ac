import { type Key, NO_KEY, UserTaskCommentIntent, userTaskCommentCommandValue, ValueType } from '@waggle/protocol';
import type { Answer, CommandRouter } from '../command-router.ts';

export interface CreateUserTaskCommentInput {
  readonly userTaskKey: Key;
  readonly author: string;
  readonly text: string;
}

/** Rejected as NOT_FOUND when the task has ended, as INVALID_STATE when it has too many comments. */
export async function createUserTaskComment(
  router: CommandRouter,
  input: CreateUserTaskCommentInput,
): Answer<typeof ValueType.USER_TASK_COMMENT> {
  const value = userTaskCommentCommandValue(input);
  const intent = UserTaskCommentIntent.CREATE;
  return router.sendByKey({ valueType: ValueType.USER_TASK_COMMENT, intent, key: NO_KEY, value }, input.userTaskKey);
}
