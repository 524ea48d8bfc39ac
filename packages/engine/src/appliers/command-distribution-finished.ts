import type { CommandDistributionValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const commandDistributionFinished: Applier<CommandDistributionValue> = (state, record) => {
  state.distributions.delete(record.key);
};
