import type { GlobalListenerValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const globalListenerDeleted: Applier<GlobalListenerValue> = () => {
  throw new Error('NOT BUILT YET');
};
