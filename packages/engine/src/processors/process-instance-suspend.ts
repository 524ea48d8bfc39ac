import type { ProcessInstanceValue } from '@waggle/protocol';
import type { Processor } from './processor.ts';

export const processInstanceSuspend: Processor<ProcessInstanceValue> = () => {
  throw new Error('NOT BUILT YET');
};
