import type { Key } from '@waggle/protocol';
import type { EngineState } from '../state/engine-state.ts';

/** One more listener of the transition of an element's user task is done. */
export function countTaskListener(state: EngineState, elementInstanceKey: Key): void {
  const key = state.elementUserTasks.get(elementInstanceKey);
  const task = key === undefined ? undefined : state.userTasks.get(key);
  if (key !== undefined && task !== undefined) {
    state.userTasks.put(key, { ...task, listenerIndex: task.listenerIndex + 1 });
  }
}
