import type { UserTaskValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';
import { startTransition } from './user-task-transition-start.ts';

export const userTaskAssigning: Applier<UserTaskValue> = (state, record) => startTransition(state, record, 'ASSIGNING');
