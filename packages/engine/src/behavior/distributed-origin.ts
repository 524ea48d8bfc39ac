import { type LogRecord, NO_KEY, partitionIdOf } from '@waggle/protocol';
import type { Processing } from '../processing.ts';
import { acknowledgeDistribution } from './command-distribution.ts';

/**
 * Tells a command that another partition decided, which names it by a key of its own, from one of a client; and
 * acknowledges it: whatever comes of it here, it need not be sent again.
 */
export function isDistributed(processing: Processing, { key, valueType, intent }: LogRecord): boolean {
  const origin = key === NO_KEY ? processing.partitionId : partitionIdOf(key);
  if (origin === processing.partitionId) return false;
  acknowledgeDistribution(processing, key, origin, { valueType, intent });
  return true;
}
