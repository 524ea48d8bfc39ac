import type { ClusterVariableValue } from '@waggle/protocol';
import type { Processor } from './processor.ts';

export const clusterVariableDelete: Processor<ClusterVariableValue> = () => {
  throw new Error('NOT BUILT YET');
};
