import { DEFAULT_TENANT_ID } from '@waggle/protocol';
import { argumentError } from './command-failure.ts';

const DEFAULT_TENANT_IDS: readonly string[] = [DEFAULT_TENANT_ID];

/**
 * The tenant a request means while multi-tenancy is off: empty stands for the default one.
 * @param request as its API names it, `gRPC request DeployResource` or `request Deploy Resources`.
 * @throws {CommandFailedError} kind `argument` for any other tenant.
 */
export function checkTenantId(request: string, tenantId: string): string {
  if (tenantId !== '' && tenantId !== DEFAULT_TENANT_ID) {
    throw argumentError(
      `Expected to handle ${request} with tenant identifier '${tenantId}', but multi-tenancy is disabled`,
    );
  }
  return DEFAULT_TENANT_ID;
}

/** Like `checkTenantId` for a request that may name several; none stands for the default one. */
export function checkTenantIds(request: string, tenantIds: readonly string[]): readonly string[] {
  for (const tenantId of tenantIds) checkTenantId(request, tenantId);
  return DEFAULT_TENANT_IDS;
}
