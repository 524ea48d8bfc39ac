import type { ProcessInstanceValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const processInstanceSequenceFlowTaken: Applier<ProcessInstanceValue> = (state, record) => {
  const { flowScopeKey, elementId } = record.value;
  const scope = state.elementInstances.get(flowScopeKey);
  if (scope === undefined) return;
  state.elementInstances.put(flowScopeKey, { ...scope, activeFlowCount: scope.activeFlowCount + 1 });
  state.takenFlows.put(flowScopeKey, elementId, (state.takenFlows.get(flowScopeKey, elementId) ?? 0) + 1);
};
