import type { AsyncRequestValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const asyncRequestProcessed: Applier<AsyncRequestValue> = () => {
  throw new Error('NOT BUILT YET');
};
