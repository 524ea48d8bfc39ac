import { entities } from '@waggle/search';
import { searchEndpoint } from '../search-endpoint.ts';

/** Ours alone. */
export const searchUserTaskComments = searchEndpoint(entities.UserTaskComment, {
  prefix: '/waggle/v1',
  path: '/user-tasks/{userTaskKey}/comments/search',
  operationId: 'searchUserTaskComments',
  tag: 'User task comment',
  summary: 'Searches for what was said about a user task, also after it ended; the oldest comes first',
  since: '8.9',
  within: { entity: entities.UserTask, scope: 'userTaskKey' },
});
