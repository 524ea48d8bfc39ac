import { DEFAULT_TENANT_ID } from '@waggle/protocol';
import { argumentError } from './command-failure.ts';

const DEFAULT_TENANT_IDS: readonly string[] = [DEFAULT_TENANT_ID];

/**
 * The tenant a request means while multi-tenancy is off: empty stands for the default one.
 * @throws {CommandFailedError} kind `argument` for any other tenant.
 */
export function checkTenantId(tenantId: string): string {
  if (tenantId !== '' && tenantId !== DEFAULT_TENANT_ID) {
    throw argumentError(
      `Expected the tenant id to be empty or '${DEFAULT_TENANT_ID}', but got '${tenantId}': multi-tenancy is off`,
    );
  }
  return DEFAULT_TENANT_ID;
}

/** Like `checkTenantId` for a request that may name several; none stands for the default one. */
export function checkTenantIds(tenantIds: readonly string[]): readonly string[] {
  for (const tenantId of tenantIds) checkTenantId(tenantId);
  return DEFAULT_TENANT_IDS;
}
