import {
  type ClusterVariableIntent,
  ClusterVariableScope,
  type CommandRequest,
  NO_KEY,
  ValueType,
} from '@waggle/protocol';

/** Which variable is meant. */
export interface ClusterVariableId {
  readonly name: string;
  /** Checked by `checkTenantId`; absent = the variable of the whole cluster. */
  readonly tenantId?: string | undefined;
}

/** @param value JSON text. */
export function clusterVariableCommand(
  intent: ClusterVariableIntent,
  { name, tenantId }: ClusterVariableId,
  value: string,
): CommandRequest<typeof ValueType.CLUSTER_VARIABLE> {
  const scope = tenantId === undefined ? ClusterVariableScope.GLOBAL : ClusterVariableScope.TENANT;
  return {
    valueType: ValueType.CLUSTER_VARIABLE,
    intent,
    key: NO_KEY,
    value: { name, value, scope, tenantId: tenantId ?? '' },
  };
}
