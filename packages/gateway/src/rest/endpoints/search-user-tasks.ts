import { entities } from '@waggle/search';
import { searchEndpoint } from '../search-endpoint.ts';

export const searchUserTasks = searchEndpoint(entities.UserTask, {
  path: '/user-tasks/search',
  operationId: 'searchUserTasks',
  tag: 'User task',
  since: '8.6',
});
