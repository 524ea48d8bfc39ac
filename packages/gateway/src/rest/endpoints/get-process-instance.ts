import { entities } from '@waggle/search';
import { getEndpoint } from '../search-endpoint.ts';

export const getProcessInstance = getEndpoint(entities.ProcessInstance, {
  path: '/process-instances/{processInstanceKey}',
  operationId: 'getProcessInstance',
  tag: 'Process instance',
  since: '8.8',
});
