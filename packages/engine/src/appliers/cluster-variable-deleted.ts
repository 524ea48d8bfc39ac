import type { ClusterVariableValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const clusterVariableDeleted: Applier<ClusterVariableValue> = () => {
  throw new Error('NOT BUILT YET');
};
