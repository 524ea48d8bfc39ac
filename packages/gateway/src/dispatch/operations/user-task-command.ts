import {
  type CommandRequest,
  type Key,
  type UserTaskIntent,
  type UserTaskValue,
  userTaskCommandValue,
  ValueType,
} from '@waggle/protocol';

/** A command for a user task. @param changes what the command says; the engine knows the rest by the key. */
export function userTaskCommand(
  intent: UserTaskIntent,
  userTaskKey: Key,
  changes: Partial<UserTaskValue>,
): CommandRequest<typeof ValueType.USER_TASK> {
  const value = userTaskCommandValue({ userTaskKey, ...changes });
  return { valueType: ValueType.USER_TASK, intent, key: userTaskKey, value };
}
