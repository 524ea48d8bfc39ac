import type { JobValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const jobUpdated: Applier<JobValue> = () => {
  // The events for each changed attribute changed the state; this one closes the update.
};
