import type { SuspensionBatchValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const suspensionBatchCommandBuffered: Applier<SuspensionBatchValue> = (state, record) => {
  const { processInstanceKey, scopeKey, commandValueType, commandIntent, commandKey, commandValue } = record.value;
  state.bufferedCommands.put(processInstanceKey, record.key, {
    valueType: commandValueType,
    intent: commandIntent,
    key: commandKey,
    elementInstanceKey: scopeKey,
    value: commandValue,
  });
};
