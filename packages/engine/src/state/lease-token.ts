import type { JobBatchValue, Key } from '@waggle/protocol';

/** Names an activation for its worker. Keys grow, so later activations have later tokens. Empty without a lease. */
export function leaseTokenOf(activationKey: Key, { withLease }: Pick<JobBatchValue, 'withLease'>): string {
  return withLease ? String(activationKey) : '';
}
