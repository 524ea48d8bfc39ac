import type { VariableValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const variableUpdated: Applier<VariableValue> = (state, record) => {
  const { key, value } = record;
  state.variables.put(value.scopeKey, value.name, { key, value: value.value });
};
