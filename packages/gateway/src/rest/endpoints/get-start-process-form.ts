import { entities } from '@waggle/search';
import { queryEndpoint } from '../query-endpoint.ts';
import { entitySchemas } from '../schemas/entity-schemas.ts';

export const getStartProcessForm = queryEndpoint({
  path: '/process-definitions/{processDefinitionKey}/form',
  operationId: 'getStartProcessForm',
  tag: 'Process definition',
  summary: 'Tells the form that starts a process',
  since: '8.8',
  key: ['processDefinitionKey', 'ProcessDefinitionKey'],
  query: 'startForm',
  subject: 'Process definition',
  schema: entitySchemas(entities.Form).result,
  description: 'The form.',
  none: 'The process has no form to start with.',
});
