import type { ProcessInstanceModificationValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

/** Where elements were started by hand, what had ended everything else before does so no longer; what ends by hand is marked. */
export const processInstanceModificationModified: Applier<ProcessInstanceModificationValue> = (state, record) => {
  for (const key of record.value.ancestorScopeKeys) {
    const scope = state.elementInstances.get(key);
    if (scope !== undefined && scope.interruptedBy !== '') {
      state.elementInstances.put(key, { ...scope, interruptedBy: '' });
    }
  }
  for (const key of record.value.terminatedElementInstanceKeys) {
    const instance = state.elementInstances.get(key);
    if (instance !== undefined) state.elementInstances.put(key, { ...instance, isTakenOut: true });
  }
};
