import { tenantName } from './table-names.ts';

/** The group of activatable jobs that workers of a type and tenant draw from. */
export function jobGroup(jobType: string, tenantId: string): string {
  return tenantName(jobType, tenantId);
}
