import type { UserTaskValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const userTaskClaiming: Applier<UserTaskValue> = () => {
  throw new Error('NOT BUILT YET');
};
