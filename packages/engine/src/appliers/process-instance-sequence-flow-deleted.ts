import type { ProcessInstanceValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';
import { consumeToken } from './consume-token.ts';

/** A token that waited at a joining gateway is taken away. */
export const processInstanceSequenceFlowDeleted: Applier<ProcessInstanceValue> = (state, record) => {
  const { flowScopeKey, elementId } = record.value;
  const scope = state.elementInstances.get(flowScopeKey);
  if (scope === undefined) return;
  state.elementInstances.put(flowScopeKey, { ...scope, activeFlowCount: scope.activeFlowCount - 1 });
  consumeToken(state, flowScopeKey, elementId);
};
