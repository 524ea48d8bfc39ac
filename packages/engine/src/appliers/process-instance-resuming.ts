import type { ProcessInstanceValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const processInstanceResuming: Applier<ProcessInstanceValue> = () => {
  throw new Error('NOT BUILT YET');
};
