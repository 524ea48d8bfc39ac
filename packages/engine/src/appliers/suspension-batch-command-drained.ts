import type { SuspensionBatchValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const suspensionBatchCommandDrained: Applier<SuspensionBatchValue> = (state, record) => {
  state.bufferedCommands.delete(record.value.processInstanceKey, record.key);
};
