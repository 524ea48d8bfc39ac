/**
 * Where an activatable job waits for a worker: by type and tenant, and inside by rank. A rank is a priority, and whether the
 * job was leased before, so that only workers who ask for leases may have it.
 *
 * 1. Ranks in ascending order are the order in which jobs are given out: higher priorities first; among equals those that
 *    were leased, since they are older.
 * 2. Jobs of priority 0 without a lease, nearly all, wait under the plain name; for the others a table names their ranks.
 */
import type { JobValue } from '@waggle/protocol';
import { tenantName } from './table-names.ts';

/** Priority 0, not leased. */
export const USUAL_RANK = 1n;

export type JobPlace = Pick<JobValue, 'type' | 'tenantId' | 'priority' | 'leaseToken'>;

/** The group of activatable jobs that workers of a type and tenant draw from. */
export function jobGroup(jobType: string, tenantId: string): string {
  return tenantName(jobType, tenantId);
}

export function jobRank({ priority, leaseToken }: JobPlace): bigint {
  // Rows of versions that knew neither priorities nor leases have no such fields.
  if (!priority && !leaseToken) return USUAL_RANK;
  return BigInt(priority) * -2n + (leaseToken === '' ? 1n : 0n);
}

/** Whether jobs of a rank are for workers with leases only. */
export function isLeasedRank(rank: bigint): boolean {
  return rank % 2n === 0n;
}

/** The part of a group that holds the jobs of one rank. Tenants are never empty, so the name is no tenant's. */
export function rankGroup(group: string, rank: bigint): string {
  return rank === USUAL_RANK ? group : `${group}\u0000\u0000${rank}`;
}
