import type { ClusterVariableValue } from '@waggle/protocol';
import { changeClusterVariable } from '../behavior/variables/cluster-variable-change.ts';
import type { Processor } from './processor.ts';

export const clusterVariableDelete: Processor<ClusterVariableValue> = (processing, command) => {
  changeClusterVariable(processing, command, 'DELETE');
};
