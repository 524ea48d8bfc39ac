import { ClusterVariableScope, type ClusterVariableValue, DEFAULT_TENANT_ID } from '@waggle/protocol';

const SEPARATOR = '\u0000';

/** The one group of tables that list everything. */
export const ALL_PROCESSES = '';

/** Group of the cluster variables that belong to no tenant. */
export const GLOBAL_SCOPE = '';

/** Key of the one row in the clock's table. */
export const PINNED_TIME = 'pinned';

/** Group of a cluster variable: its tenant, or GLOBAL_SCOPE. */
export function clusterVariableScope({ scope, tenantId }: ClusterVariableValue): string {
  return scope === ClusterVariableScope.GLOBAL ? GLOBAL_SCOPE : tenantId;
}

/** A name inside a tenant. The default tenant's names stay as they are: no text is built on the usual path. */
export function tenantName(name: string, tenantId: string): string {
  return tenantId === DEFAULT_TENANT_ID ? name : `${name}${SEPARATOR}${tenantId}`;
}

/** A message name and correlation key inside a tenant. */
export function correlationName(messageName: string, correlationKey: string, tenantId: string): string {
  return tenantName(`${messageName}${SEPARATOR}${correlationKey}`, tenantId);
}

/** A business id of one process inside a tenant. */
export function businessIdName(bpmnProcessId: string, businessId: string, tenantId: string): string {
  return tenantName(`${bpmnProcessId}${SEPARATOR}${businessId}`, tenantId);
}

/** Names the lock that keeps one instance per process and correlation key. */
export function startLockName(bpmnProcessId: string, correlationKey: string, tenantId: string): string {
  return tenantName(`${bpmnProcessId}${SEPARATOR}${correlationKey}`, tenantId);
}

/** Commands of one queue that a partition has not acknowledged. */
export function distributionQueueName(queueId: string, partitionId: number): string {
  return `${queueId}${SEPARATOR}${partitionId}`;
}
