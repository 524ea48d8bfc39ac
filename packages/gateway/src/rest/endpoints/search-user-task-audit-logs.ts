import { entities } from '@waggle/search';
import { searchEndpoint } from '../search-endpoint.ts';

export const searchUserTaskAuditLogs = searchEndpoint(entities.UserTaskAuditLog, {
  path: '/user-tasks/{userTaskKey}/audit-logs/search',
  operationId: 'searchUserTaskAuditLogs',
  tag: 'User task',
  summary: 'Searches for what was done to a user task',
  since: '8.9',
  within: { entity: entities.UserTask, scope: 'userTaskKey' },
});
