import type { Key } from '@waggle/protocol';
import type { EngineState } from '../state/engine-state.ts';

/** Marks a scope as ended by one element: tokens under way and waiting joins in it count no more. */
export function interruptScope(state: EngineState, scopeKey: Key, interruptedBy: string): void {
  const scope = state.elementInstances.get(scopeKey);
  if (scope === undefined) return;
  state.elementInstances.put(scopeKey, { ...scope, interruptedBy, activeFlowCount: 0 });
  const flowIds: string[] = [];
  state.takenFlows.forEach(scopeKey, (flowId) => flowIds.push(flowId));
  for (const flowId of flowIds) state.takenFlows.delete(scopeKey, flowId);
}
