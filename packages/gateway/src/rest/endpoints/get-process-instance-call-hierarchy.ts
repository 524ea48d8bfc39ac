import { queryEndpoint } from '../query-endpoint.ts';
import { processInstanceCallHierarchy } from '../schemas/process-instance-call-hierarchy.ts';

export const getProcessInstanceCallHierarchy = queryEndpoint({
  path: '/process-instances/{processInstanceKey}/call-hierarchy',
  operationId: 'getProcessInstanceCallHierarchy',
  tag: 'Process instance',
  summary: 'Tells which instances called a process instance',
  since: '8.8',
  key: ['processInstanceKey', 'ProcessInstanceKey'],
  query: 'processInstanceCallHierarchy',
  schema: processInstanceCallHierarchy,
  description: 'The root first, the instance itself last.',
  subject: 'Process instance',
});
