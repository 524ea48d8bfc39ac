import type { ProcessInstanceMigrationValue } from '@waggle/protocol';
import type { Processor } from './processor.ts';

export const processInstanceMigrationMigrate: Processor<ProcessInstanceMigrationValue> = () => {
  throw new Error('NOT BUILT YET');
};
