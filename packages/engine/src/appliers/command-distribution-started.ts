import type { CommandDistributionValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const commandDistributionStarted: Applier<CommandDistributionValue> = (state, record) => {
  const { valueType, intent, commandValue, queueId } = record.value;
  state.distributions.put(record.key, { valueType, intent, commandValue, queueId });
};
