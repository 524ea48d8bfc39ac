import type { CommandDistributionValue } from '@waggle/protocol';
import { distributionQueueName } from '../state/table-names.ts';
import type { Applier } from './applier.ts';

export const commandDistributionAcknowledged: Applier<CommandDistributionValue> = (state, record) => {
  const { partitionId, queueId } = record.value;
  state.pendingDistributions.delete(record.key, BigInt(partitionId));
  if (queueId !== '') state.distributionQueues.delete(distributionQueueName(queueId, partitionId), record.key);
};
