import type { CommandDistributionValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const commandDistributionDistributing: Applier<CommandDistributionValue> = (state, record) => {
  state.pendingDistributions.put(record.key, BigInt(record.value.partitionId), true);
};
