import type { ClusterVariableValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const clusterVariableCreated: Applier<ClusterVariableValue> = () => {
  throw new Error('NOT BUILT YET');
};
