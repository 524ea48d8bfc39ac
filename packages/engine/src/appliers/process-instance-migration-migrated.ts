import type { ProcessInstanceMigrationValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

/** The elements have events of their own; what is left is who interrupted which scope. */
export const processInstanceMigrationMigrated: Applier<ProcessInstanceMigrationValue> = (state, record) => {
  for (const { scopeKey, elementId } of record.value.interruptions) {
    const scope = state.elementInstances.get(scopeKey);
    if (scope !== undefined) state.elementInstances.put(scopeKey, { ...scope, interruptedBy: elementId });
  }
};
