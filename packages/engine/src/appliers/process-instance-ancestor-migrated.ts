import type { ProcessInstanceValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const processInstanceAncestorMigrated: Applier<ProcessInstanceValue> = () => {
  throw new Error('NOT BUILT YET');
};
