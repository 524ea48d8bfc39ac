import type { ResourceDeletionValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const resourceDeletionDeleted: Applier<ResourceDeletionValue> = () => {
  // The definition's own events change the state.
};
