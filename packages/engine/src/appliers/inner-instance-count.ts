import type { ProcessInstanceValue } from '@waggle/protocol';
import type { EngineState } from '../state/engine-state.ts';

/** Counts an inner instance that has ended in the loop it belongs to. */
export function countInnerInstance(
  state: EngineState,
  value: ProcessInstanceValue,
  count: 'completedCount' | 'terminatedCount',
): void {
  if (value.loopCounter === 0) return;
  const loop = state.multiInstances.get(value.flowScopeKey);
  if (loop !== undefined) state.multiInstances.put(value.flowScopeKey, { ...loop, [count]: loop[count] + 1 });
}
