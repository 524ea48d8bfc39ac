import { searchUserTasks, type UserTaskResult, type UserTaskSearchQuery } from '../../api/gen/api.ts';
import { type SearchPages, useApiPages } from '../../api/use-api.ts';

export function useUserTasks(query: UserTaskSearchQuery, enabled: boolean): SearchPages<UserTaskResult> {
  return useApiPages(searchUserTasks, { body: query }, { enabled, live: { valueTypes: ['USER_TASK'] } });
}
