import type { ProcessInstanceModificationValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const processInstanceModificationModified: Applier<ProcessInstanceModificationValue> = () => {
  throw new Error('NOT BUILT YET');
};
