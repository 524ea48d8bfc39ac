import { DEFAULT_TENANT_ID } from '@waggle/protocol';
import { invalidArgument } from './errors.ts';

/**
 * The tenant a request means while multi-tenancy is off.
 * @param request name of the operation in words, for the message.
 * @throws {RestProblem} any tenant but the default one.
 */
export function checkTenant(request: string, tenantId: string | null | undefined): string {
  if (tenantId !== undefined && tenantId !== null && tenantId !== DEFAULT_TENANT_ID) {
    throw invalidArgument([
      `Expected to handle request ${request} with tenant identifier '${tenantId}', but multi-tenancy is disabled`,
    ]);
  }
  return DEFAULT_TENANT_ID;
}
