import type { Key } from '@waggle/protocol';
import type { ElementInstanceState } from '../state/element-instance.ts';
import type { EngineState } from '../state/engine-state.ts';

/** Moves an element instance on in its life, where its listeners begin anew. */
export function changeElementState(state: EngineState, key: Key, next: ElementInstanceState): void {
  const instance = state.elementInstances.get(key);
  if (instance === undefined) throw new Error(`Expected an element instance with key ${key}, but there is none`);
  state.elementInstances.put(key, { ...instance, state: next, listenerIndex: 0 });
}
