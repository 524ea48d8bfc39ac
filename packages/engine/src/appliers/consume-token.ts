import type { Key } from '@waggle/protocol';
import type { EngineState } from '../state/engine-state.ts';

/** Takes one token off a sequence flow. */
export function consumeToken(state: EngineState, scopeKey: Key, flowId: string): void {
  const taken = state.takenFlows.get(scopeKey, flowId) ?? 0;
  if (taken > 1) state.takenFlows.put(scopeKey, flowId, taken - 1);
  else state.takenFlows.delete(scopeKey, flowId);
}
