import type { ClusterVariableValue } from '@waggle/protocol';
import { clusterVariableScope } from '../state/table-names.ts';
import type { Applier } from './applier.ts';

export const clusterVariableDeleted: Applier<ClusterVariableValue> = (state, record) => {
  state.clusterVariables.delete(clusterVariableScope(record.value), record.value.name);
};
