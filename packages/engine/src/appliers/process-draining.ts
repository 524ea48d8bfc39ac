import type { ProcessValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const processDraining: Applier<ProcessValue> = () => {
  throw new Error('NOT BUILT YET');
};
