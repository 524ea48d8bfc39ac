import type { ProcessInstanceValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const processInstanceResumed: Applier<ProcessInstanceValue> = () => {
  throw new Error('NOT BUILT YET');
};
