import type { CommandDistributionValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const commandDistributionReceived: Applier<CommandDistributionValue> = (state, record) => {
  const { partitionId, queueId } = record.value;
  state.receivedDistributions.put(queueId, BigInt(partitionId), record.key);
};
