import type { JobStreamRequest } from '@waggle/protocol';
import { checkTenantIds } from '../dispatch/tenant-id.ts';
import type { RpcName } from './rpc-handlers.ts';
import { millisecondsField } from './wire-integer.ts';

/** `TenantFilter.ASSIGNED`: the tenants of whoever asks, which without multi-tenancy is the default one. */
const TENANT_FILTER_ASSIGNED = 1;

interface ActivationFields {
  readonly type: string;
  readonly worker: string;
  readonly timeout: string;
  readonly fetchVariable: readonly string[];
  readonly tenantIds: readonly string[];
  readonly tenantFilter: number;
  readonly withLease: boolean;
}

/** The fields that ActivateJobs and StreamActivatedJobs have in common. */
export function checkActivateRequest(rpc: RpcName, request: ActivationFields): JobStreamRequest {
  return {
    type: request.type,
    worker: request.worker,
    timeoutMs: millisecondsField(request.timeout),
    fetchVariables: request.fetchVariable,
    tenantIds: checkTenantIds(
      `gRPC request ${rpc}`,
      request.tenantFilter === TENANT_FILTER_ASSIGNED ? [] : request.tenantIds,
    ),
    withLease: request.withLease,
  };
}
