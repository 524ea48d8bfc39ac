import type { UserTaskValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const userTaskMigrated: Applier<UserTaskValue> = (state, record) => {
  const { key, value } = record;
  const task = state.userTasks.get(key);
  if (task === undefined) return;
  const { elementId, bpmnProcessId, processDefinitionVersion, processDefinitionKey } = value;
  const place = { elementId, bpmnProcessId, processDefinitionVersion, processDefinitionKey };
  state.userTasks.put(key, {
    ...task,
    value: { ...task.value, ...place },
    pending: task.pending === undefined ? undefined : { ...task.pending, ...place },
  });
};
