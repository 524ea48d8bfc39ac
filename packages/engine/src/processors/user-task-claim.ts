import type { UserTaskValue } from '@waggle/protocol';
import type { Processor } from './processor.ts';

export const userTaskClaim: Processor<UserTaskValue> = () => {
  throw new Error('NOT BUILT YET');
};
