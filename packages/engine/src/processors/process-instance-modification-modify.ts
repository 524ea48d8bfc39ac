import type { ProcessInstanceModificationValue } from '@waggle/protocol';
import type { Processor } from './processor.ts';

export const processInstanceModificationModify: Processor<ProcessInstanceModificationValue> = () => {
  throw new Error('NOT BUILT YET');
};
