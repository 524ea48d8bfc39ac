import type { ProcessInstanceResultValue } from '@waggle/protocol';
import {
  checkTenantId,
  createProcessInstance as create,
  createProcessInstanceWithResult,
} from '../../dispatch/index.ts';
import { type Answer, ok } from '../answer.ts';
import { defineEndpoint, jsonBody } from '../endpoint.ts';
import { jsonKey, jsonObject, jsonText, jsonTextOrNull } from '../json-text.ts';
import { keyMember } from '../key-member.ts';
import {
  createProcessInstanceResult,
  processInstanceCreationInstruction,
} from '../schemas/process-instance-creation-instruction.ts';

const LATEST_VERSION = -1;

export const createProcessInstance = defineEndpoint({
  method: 'POST',
  path: '/process-instances',
  operationId: 'createProcessInstance',
  tag: 'Process instance',
  summary: 'Starts a process instance, and waits for its end if asked to',
  since: '8.6',
  body: jsonBody(processInstanceCreationInstruction),
  success: { status: 200, description: 'The instance is created or completed.', schema: createProcessInstanceResult },
  errors: [400, 404, 409, 500, 503, 504],

  async handle(call) {
    const { body, dispatch } = call;
    const input = {
      bpmnProcessId: body.processDefinitionId ?? '',
      version: body.processDefinitionVersion ?? LATEST_VERSION,
      processDefinitionKey: keyMember('processDefinitionKey', body.processDefinitionKey),
      variables: call.variables(),
      startElementIds: (body.startInstructions ?? []).map(({ elementId }) => elementId),
      terminateAfterElementIds: (body.runtimeInstructions ?? []).map(({ afterElementId }) => afterElementId),
      tags: body.tags ?? [],
      businessId: body.businessId ?? '',
      tenantId: checkTenantId('request Create Process Instance', body.tenantId ?? ''),
      operationReference: call.operationReference(),
    };
    if (body.awaitCompletion !== true) {
      const { value } = await create(dispatch.router, input);
      // Variables are told of a completed instance only.
      return result({ ...value, variables: '{}' });
    }
    const { value } = await createProcessInstanceWithResult(dispatch.router, {
      ...input,
      fetchVariables: body.fetchVariables ?? [],
      requestTimeoutMs: body.requestTimeout ?? 0,
    });
    return result(value);
  },
});

function result(value: ProcessInstanceResultValue): Answer {
  return ok(
    jsonObject({
      processDefinitionId: jsonText(value.bpmnProcessId),
      processDefinitionVersion: String(value.version),
      tenantId: jsonText(value.tenantId),
      variables: value.variables || '{}',
      processDefinitionKey: jsonKey(value.processDefinitionKey),
      processInstanceKey: jsonKey(value.processInstanceKey),
      tags: JSON.stringify(value.tags),
      businessId: jsonTextOrNull(value.businessId),
    }),
  );
}
