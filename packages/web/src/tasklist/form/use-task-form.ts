import { getUserTaskForm, type UserTaskResult } from '../../api/gen/api.ts';
import { useApi } from '../../api/use-api.ts';

/** The form that is deployed with the task's process. */
export function useTaskForm({ userTaskKey, formKey }: UserTaskResult) {
  return useApi(
    getUserTaskForm,
    { path: { userTaskKey } },
    { enabled: formKey !== null, staleTimeMs: Number.POSITIVE_INFINITY },
  );
}
