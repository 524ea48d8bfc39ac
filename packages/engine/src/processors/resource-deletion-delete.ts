import type { ResourceDeletionValue } from '@waggle/protocol';
import type { Processor } from './processor.ts';

export const resourceDeletionDelete: Processor<ResourceDeletionValue> = () => {
  throw new Error('NOT BUILT YET');
};
