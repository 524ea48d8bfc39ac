import type { CommandDistributionValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const commandDistributionAcknowledged: Applier<CommandDistributionValue> = (state, record) => {
  state.pendingDistributions.delete(record.key, BigInt(record.value.partitionId));
};
