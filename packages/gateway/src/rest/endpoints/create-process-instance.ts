import { type Key, NO_KEY, type ProcessInstanceResultValue, parseKey } from '@waggle/protocol';
import {
  checkTenantId,
  createProcessInstance as create,
  createProcessInstanceWithResult,
} from '../../dispatch/index.ts';
import { type Answer, ok } from '../answer.ts';
import { defineEndpoint, jsonBody } from '../endpoint.ts';
import { invalidArgument, notSupported } from '../errors.ts';
import { jsonKey, jsonObject, jsonText, jsonTextOrNull } from '../json-text.ts';
import {
  createProcessInstanceResult,
  processInstanceCreationInstruction,
} from '../schemas/process-instance-creation-instruction.ts';
import { invalidKey } from '../violation.ts';

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
    if (body.runtimeInstructions?.length) {
      throw notSupported('runtimeInstructions', 'cancel the process instance when the time has come');
    }
    const input = {
      bpmnProcessId: body.processDefinitionId ?? '',
      version: body.processDefinitionVersion ?? LATEST_VERSION,
      processDefinitionKey: definitionKey(body.processDefinitionKey),
      variables: call.variables(),
      startElementIds: (body.startInstructions ?? []).map(({ elementId }) => elementId),
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

function definitionKey(text: string | null | undefined): Key {
  if (text === undefined || text === null) return NO_KEY;
  const key = parseKey(text);
  if (key === undefined) throw invalidArgument([invalidKey('processDefinitionKey', text)]);
  return key;
}

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
