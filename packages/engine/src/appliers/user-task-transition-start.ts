import type { LogRecord, UserTaskValue } from '@waggle/protocol';
import type { EngineState } from '../state/engine-state.ts';
import { globalListenersOf } from '../state/global-listeners.ts';
import type { UserTaskState } from '../state/user-task.ts';

/** Keeps what a transition leads to beside what is in force, and who listens to it. */
export function startTransition(
  state: EngineState,
  { key, value }: LogRecord<UserTaskValue>,
  taskState: UserTaskState,
): void {
  const task = state.userTasks.get(key);
  if (task === undefined) return;
  state.userTasks.put(key, {
    state: taskState,
    value: task.value,
    pending: value,
    listenerIndex: 0,
    globalListeners: globalListenersOf(state),
  });
}
