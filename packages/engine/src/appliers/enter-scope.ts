import { type Key, NO_KEY, type ProcessInstanceValue } from '@waggle/protocol';
import type { EngineState } from '../state/engine-state.ts';
import { consumeToken } from './consume-token.ts';

/** Counts a new element instance in, and names a called process instance to its call activity. */
export function enterScope(state: EngineState, key: Key, value: ProcessInstanceValue): void {
  if (value.flowScopeKey !== NO_KEY) {
    const scope = state.elementInstances.get(value.flowScopeKey);
    if (scope === undefined) throw new Error(`Expected a scope with key ${value.flowScopeKey}, but there is none`);
    const { consumedFlowIds } = value;
    state.elementInstances.put(scope.key, {
      ...scope,
      childCount: scope.childCount + 1,
      activeFlowCount: scope.activeFlowCount - consumedFlowIds.length,
    });
    state.elementChildren.put(scope.key, key, true);
    for (const flowId of consumedFlowIds) consumeToken(state, scope.key, flowId);
  } else if (value.parentElementInstanceKey !== NO_KEY) {
    const caller = state.elementInstances.get(value.parentElementInstanceKey);
    if (caller !== undefined) state.elementInstances.put(caller.key, { ...caller, calledInstanceKey: key });
  }
}
