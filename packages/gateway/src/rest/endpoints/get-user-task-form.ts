import { entities } from '@waggle/search';
import { queryEndpoint } from '../query-endpoint.ts';
import { entitySchemas } from '../schemas/entity-schemas.ts';

export const getUserTaskForm = queryEndpoint({
  path: '/user-tasks/{userTaskKey}/form',
  operationId: 'getUserTaskForm',
  tag: 'User task',
  summary: 'Tells the form of a user task',
  since: '8.8',
  key: ['userTaskKey', 'UserTaskKey'],
  query: 'userTaskForm',
  subject: 'user task',
  schema: entitySchemas(entities.Form).result,
  description: 'The form.',
  none: 'The task has no deployed form.',
});
