import type { ClusterVariableValue } from '@waggle/protocol';
import { clusterVariableScope } from '../state/table-names.ts';
import type { Applier } from './applier.ts';

export const clusterVariableCreated: Applier<ClusterVariableValue> = (state, record) => {
  const { key, value } = record;
  state.clusterVariables.put(clusterVariableScope(value), value.name, { key, value: value.value });
};
