import { type Key, UserTaskIntent, type ValueType } from '@waggle/protocol';
import type { Answer, CommandRouter } from '../command-router.ts';
import { userTaskCommand } from './user-task-command.ts';

export interface AssignUserTaskInput {
  readonly userTaskKey: Key;
  /** Empty = nobody any more. */
  readonly assignee: string;
  /** What the client calls it, told to listeners. */
  readonly action: string;
  /** `false` takes the task only if nobody else has it: a claim. */
  readonly allowOverride: boolean;
}

/** Resolves when the listeners of the task are through with it. */
export async function assignUserTask(
  router: CommandRouter,
  { userTaskKey, assignee, action, allowOverride }: AssignUserTaskInput,
): Answer<typeof ValueType.USER_TASK> {
  const intent = allowOverride ? UserTaskIntent.ASSIGN : UserTaskIntent.CLAIM;
  return router.sendByKey(userTaskCommand(intent, userTaskKey, { assignee, action }));
}
