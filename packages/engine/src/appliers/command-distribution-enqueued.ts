import type { CommandDistributionValue } from '@waggle/protocol';
import { distributionQueueName } from '../state/table-names.ts';
import type { Applier } from './applier.ts';

export const commandDistributionEnqueued: Applier<CommandDistributionValue> = (state, record) => {
  const { partitionId, queueId } = record.value;
  state.pendingDistributions.put(record.key, BigInt(partitionId), false);
  state.distributionQueues.put(distributionQueueName(queueId, partitionId), record.key, true);
};
