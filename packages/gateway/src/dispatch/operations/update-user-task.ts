import { type Key, UserTaskIntent, type UserTaskValue, type ValueType } from '@waggle/protocol';
import type { Answer, CommandRouter } from '../command-router.ts';
import { userTaskCommand } from './user-task-command.ts';

/** Attributes a client may change; absent = unchanged, empty text or list = cleared. */
export type UserTaskChanges = Partial<
  Pick<UserTaskValue, 'candidateGroupsList' | 'candidateUsersList' | 'dueDate' | 'followUpDate' | 'priority'>
>;

export interface UpdateUserTaskInput {
  readonly userTaskKey: Key;
  readonly changes: UserTaskChanges;
  /** What the client calls it, told to listeners; empty = the engine's word. */
  readonly action: string;
}

/** Resolves when the listeners of the task are through with it. */
export async function updateUserTask(
  router: CommandRouter,
  { userTaskKey, changes, action }: UpdateUserTaskInput,
): Answer<typeof ValueType.USER_TASK> {
  const changedAttributes = Object.keys(changes);
  return router.sendByKey(
    userTaskCommand(UserTaskIntent.UPDATE, userTaskKey, { ...changes, changedAttributes, action }),
  );
}
