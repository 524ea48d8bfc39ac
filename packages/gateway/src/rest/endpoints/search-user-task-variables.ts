import { entities } from '@waggle/search';
import { searchEndpoint } from '../search-endpoint.ts';

export const searchUserTaskVariables = searchEndpoint(entities.UserTaskVariable, {
  path: '/user-tasks/{userTaskKey}/variables/search',
  operationId: 'searchUserTaskVariables',
  tag: 'User task',
  summary: 'Searches for variables of a user task and of the scopes around it',
  since: '8.8',
  within: { entity: entities.UserTask, scope: 'seenByUserTask' },
});
