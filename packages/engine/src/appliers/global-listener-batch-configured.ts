import type { GlobalListenerBatchValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const globalListenerBatchConfigured: Applier<GlobalListenerBatchValue> = () => {
  throw new Error('NOT BUILT YET');
};
