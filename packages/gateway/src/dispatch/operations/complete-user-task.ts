import { type Key, UserTaskIntent, type ValueType } from '@waggle/protocol';
import type { Answer, CommandRouter } from '../command-router.ts';
import type { VariablesText } from '../variables-text.ts';
import { userTaskCommand } from './user-task-command.ts';

export interface CompleteUserTaskInput {
  readonly userTaskKey: Key;
  /** Merged into the task's scope. */
  readonly variables: VariablesText;
  /** What the client calls it, told to listeners; empty = the engine's word. */
  readonly action: string;
}

/** Resolves when the listeners of the task are through with it. */
export async function completeUserTask(
  router: CommandRouter,
  { userTaskKey, variables, action }: CompleteUserTaskInput,
): Answer<typeof ValueType.USER_TASK> {
  return router.sendByKey(userTaskCommand(UserTaskIntent.COMPLETE, userTaskKey, { variables, action }));
}
