import { getUserTask, type UserTaskResult } from '../../api/gen/api.ts';
import { useApi } from '../../api/use-api.ts';

export function useUserTask(userTaskKey: string) {
  return useApi(getUserTask, { path: { userTaskKey } }, { live: { valueTypes: ['USER_TASK'] } });
}

/** What can be worked on: neither done nor canceled, and no listener is busy with it. */
export function isOpenTask(task: Pick<UserTaskResult, 'state'>): boolean {
  return task.state === 'CREATED';
}
