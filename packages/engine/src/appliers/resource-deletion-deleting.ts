import type { ResourceDeletionValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const resourceDeletionDeleting: Applier<ResourceDeletionValue> = () => {
  throw new Error('NOT BUILT YET');
};
