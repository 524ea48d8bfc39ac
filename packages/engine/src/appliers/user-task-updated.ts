import type { UserTaskValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';
import { endTransition } from './user-task-transition-end.ts';

export const userTaskUpdated: Applier<UserTaskValue> = (state, record) =>
  endTransition(state, record.key, record.value);
