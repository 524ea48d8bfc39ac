import { entities } from '@waggle/search';
import { searchEndpoint } from '../search-endpoint.ts';

export const searchUserTaskEffectiveVariables = searchEndpoint(entities.UserTaskVariable, {
  path: '/user-tasks/{userTaskKey}/effective-variables/search',
  operationId: 'searchUserTaskEffectiveVariables',
  tag: 'User task',
  summary: 'Searches for the variables a user task works with: of those with one name the innermost',
  since: '8.8',
  paging: 'offset',
  within: { entity: entities.UserTask, scope: 'effectiveInUserTask' },
});
