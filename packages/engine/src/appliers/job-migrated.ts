import type { JobValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const jobMigrated: Applier<JobValue> = () => {
  throw new Error('NOT BUILT YET');
};
