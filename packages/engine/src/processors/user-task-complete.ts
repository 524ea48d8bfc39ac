import type { UserTaskValue } from '@waggle/protocol';
import type { Processor } from './processor.ts';

export const userTaskComplete: Processor<UserTaskValue> = () => {
  throw new Error('NOT BUILT YET');
};
