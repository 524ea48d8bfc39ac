import { createProcessInstance as sendCreateProcessInstance } from '../../dispatch/operations/create-process-instance.ts';
import { type CreateProcessInstanceRequest, creationInput } from '../creation-request.ts';
import { unaryRpc } from '../rpc-handler.ts';

export const createProcessInstance = unaryRpc(async (request: CreateProcessInstanceRequest, { router }) => {
  const { value } = await sendCreateProcessInstance(router, creationInput('CreateProcessInstance', request));
  return {
    processDefinitionKey: String(value.processDefinitionKey),
    bpmnProcessId: value.bpmnProcessId,
    version: value.version,
    processInstanceKey: String(value.processInstanceKey),
    tenantId: value.tenantId,
    tags: value.tags,
    ...(value.businessId === '' ? {} : { businessId: value.businessId }),
  };
});
