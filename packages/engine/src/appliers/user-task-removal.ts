import type { Key, LogRecord, UserTaskValue } from '@waggle/protocol';
import type { EngineState } from '../state/engine-state.ts';

/** Drops a task for good. */
export function removeUserTask(state: EngineState, { key, value }: LogRecord<UserTaskValue>): void {
  state.userTasks.delete(key);
  state.elementUserTasks.delete(value.elementInstanceKey);
  // Left only when the task was canceled while the document waited.
  state.pendingVariableDocuments.delete(value.elementInstanceKey);
  if (state.userTaskComments.isEmpty(key)) return;
  const commentKeys: Key[] = [];
  state.userTaskComments.forEach(key, (commentKey) => commentKeys.push(commentKey));
  for (const commentKey of commentKeys) state.userTaskComments.delete(key, commentKey);
}
