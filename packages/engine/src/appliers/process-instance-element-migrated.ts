import type { ProcessInstanceValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const processInstanceElementMigrated: Applier<ProcessInstanceValue> = (state, record) => {
  const { key, value } = record;
  const instance = state.elementInstances.get(key);
  if (instance !== undefined) state.elementInstances.put(key, { ...instance, value });
};
