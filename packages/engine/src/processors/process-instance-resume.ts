import type { ProcessInstanceValue } from '@waggle/protocol';
import type { Processor } from './processor.ts';

export const processInstanceResume: Processor<ProcessInstanceValue> = () => {
  throw new Error('NOT BUILT YET');
};
