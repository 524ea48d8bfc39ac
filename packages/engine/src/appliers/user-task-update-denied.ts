import type { UserTaskValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';
import { endTransition } from './user-task-transition-end.ts';

export const userTaskUpdateDenied: Applier<UserTaskValue> = (state, record) => {
  const task = state.userTasks.get(record.key);
  if (task !== undefined) endTransition(state, record.key, task.value);
};
