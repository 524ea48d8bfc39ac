import { queryEndpoint } from '../query-endpoint.ts';
import { processInstanceSequenceFlowsResult } from '../schemas/process-instance-sequence-flows-result.ts';

export const getProcessInstanceSequenceFlows = queryEndpoint({
  path: '/process-instances/{processInstanceKey}/sequence-flows',
  operationId: 'getProcessInstanceSequenceFlows',
  tag: 'Process instance',
  summary: 'Tells which sequence flows a process instance took',
  since: '8.8',
  key: ['processInstanceKey', 'ProcessInstanceKey'],
  query: 'processInstanceSequenceFlows',
  schema: processInstanceSequenceFlowsResult,
  description: 'Each flow once, however often it was taken.',
});
