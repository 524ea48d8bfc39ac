import type { Key } from '@waggle/protocol';
import type { EngineState } from '../state/engine-state.ts';
import { findUserTask } from '../state/user-task.ts';

/** One more listener of the transition of an element's user task is done. */
export function countTaskListener(state: EngineState, elementInstanceKey: Key): void {
  const found = findUserTask(state, elementInstanceKey);
  if (found === undefined) return;
  const { key, task } = found;
  state.userTasks.put(key, { ...task, listenerIndex: task.listenerIndex + 1 });
}
