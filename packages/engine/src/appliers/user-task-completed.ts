import type { UserTaskValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';
import { removeUserTask } from './user-task-removal.ts';

export const userTaskCompleted: Applier<UserTaskValue> = (state, record) => removeUserTask(state, record);
