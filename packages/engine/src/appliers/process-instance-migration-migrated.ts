import type { ProcessInstanceMigrationValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const processInstanceMigrationMigrated: Applier<ProcessInstanceMigrationValue> = () => {
  throw new Error('NOT BUILT YET');
};
