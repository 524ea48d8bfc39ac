import type { UserTaskValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const userTaskCreating: Applier<UserTaskValue> = () => {
  throw new Error('NOT BUILT YET');
};
