import { entities } from '@waggle/search';
import { getEndpoint } from '../search-endpoint.ts';

export const getUserTask = getEndpoint(entities.UserTask, {
  path: '/user-tasks/{userTaskKey}',
  operationId: 'getUserTask',
  tag: 'User task',
  since: '8.8',
});
