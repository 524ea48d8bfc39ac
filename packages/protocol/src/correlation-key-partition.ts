const utf8 = new TextEncoder();

/**
 * The partition that holds messages and subscriptions of a correlation key: Camunda's hash, so keys stay where they
 * were when a cluster is moved.
 */
export function partitionIdOfCorrelationKey(correlationKey: string, partitionCount: number): number {
  if (partitionCount === 1) return 1;
  let hash = 0;
  for (const byte of utf8.encode(correlationKey)) {
    // The reference adds signed bytes.
    hash = (Math.imul(31, hash) + ((byte << 24) >> 24)) | 0;
  }
  return Math.abs(hash % partitionCount) + 1;
}
