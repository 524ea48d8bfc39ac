import { argumentError } from '../../dispatch/command-failure.ts';
import { createProcessInstanceWithResult as sendCreateProcessInstanceWithResult } from '../../dispatch/operations/create-process-instance-with-result.ts';
import { type CreateProcessInstanceRequest, creationInput } from '../creation-request.ts';
import { unaryRpc } from '../rpc-handler.ts';
import { millisecondsField } from '../wire-integer.ts';

interface CreateProcessInstanceWithResultRequest {
  readonly request: CreateProcessInstanceRequest | null;
  readonly requestTimeout: string;
  readonly fetchVariables: readonly string[];
}

export const createProcessInstanceWithResult = unaryRpc(
  async (request: CreateProcessInstanceWithResultRequest, { router }) => {
    if (!request.request) throw argumentError("Expected 'request' to say what to create, but it is absent");
    const { value } = await sendCreateProcessInstanceWithResult(router, {
      ...creationInput('CreateProcessInstanceWithResult', request.request),
      fetchVariables: request.fetchVariables,
      requestTimeoutMs: millisecondsField(request.requestTimeout),
    });
    return {
      processDefinitionKey: String(value.processDefinitionKey),
      bpmnProcessId: value.bpmnProcessId,
      version: value.version,
      processInstanceKey: String(value.processInstanceKey),
      variables: value.variables || '{}',
      tenantId: value.tenantId,
      tags: value.tags,
      ...(value.businessId === '' ? {} : { businessId: value.businessId }),
    };
  },
);
