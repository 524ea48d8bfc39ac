import type { ResourceValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const resourceCreated: Applier<ResourceValue> = () => {
  throw new Error('NOT BUILT YET');
};
