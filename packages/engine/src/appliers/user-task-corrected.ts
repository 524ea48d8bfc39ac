import type { UserTaskValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const userTaskCorrected: Applier<UserTaskValue> = (state, record) => {
  const task = state.userTasks.get(record.key);
  if (task !== undefined) state.userTasks.put(record.key, { ...task, pending: record.value });
};
