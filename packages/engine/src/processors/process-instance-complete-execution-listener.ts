import type { ProcessInstanceValue } from '@waggle/protocol';
import type { Processor } from './processor.ts';

export const processInstanceCompleteExecutionListener: Processor<ProcessInstanceValue> = () => {
  throw new Error('NOT BUILT YET');
};
