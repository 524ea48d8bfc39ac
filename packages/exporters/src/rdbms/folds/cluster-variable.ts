import { ClusterVariableIntent, ClusterVariableScope, type ValueType } from '@waggle/protocol';
import { clusterVariableId } from '@waggle/secondary-storage';
import type { Fold } from '../fold.ts';
import { valueCells } from '../variable-value.ts';

export const foldClusterVariable: Fold<typeof ValueType.CLUSTER_VARIABLE> = (
  { intent, value: { name, value, scope, tenantId } },
  { changes, isFirstPartition },
) => {
  if (!isFirstPartition) return;
  const isGlobal = scope === ClusterVariableScope.GLOBAL;
  const id = clusterVariableId(isGlobal ? { name } : { tenantId, name });
  switch (intent) {
    case ClusterVariableIntent.CREATED:
      changes.insert('cluster_variable', {
        id,
        name,
        scope: isGlobal ? 'GLOBAL' : 'TENANT',
        tenant_id: isGlobal ? null : tenantId,
        ...valueCells(value),
        kind: 'JSON',
        metadata: '{}',
      });
      break;
    case ClusterVariableIntent.UPDATED:
      changes.update('cluster_variable', { id }, valueCells(value));
      break;
    case ClusterVariableIntent.DELETED:
      changes.delete('cluster_variable', { id });
      break;
  }
};
