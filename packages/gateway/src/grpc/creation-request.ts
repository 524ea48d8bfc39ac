import { unsupportedError } from '../dispatch/command-failure.ts';
import type { CreateProcessInstanceInput } from '../dispatch/operations/create-process-instance.ts';
import { keyField, operationReferenceField } from './wire-integer.ts';

/** `gateway_protocol.CreateProcessInstanceRequest`. */
export interface CreateProcessInstanceRequest {
  readonly processDefinitionKey: string;
  readonly bpmnProcessId: string;
  readonly version: number;
  readonly variables: string;
  readonly startInstructions: readonly { readonly elementId: string }[];
  readonly tenantId: string;
  readonly operationReference?: string;
  readonly runtimeInstructions: readonly object[];
  readonly tags: readonly string[];
  readonly businessId?: string;
}

export function creationInput(request: CreateProcessInstanceRequest): CreateProcessInstanceInput {
  if (request.runtimeInstructions.length > 0) {
    throw unsupportedError(
      'Expected to create a process instance without runtime instructions, but got some: they come later',
    );
  }
  return {
    bpmnProcessId: request.bpmnProcessId,
    version: request.version,
    processDefinitionKey: keyField(request.processDefinitionKey),
    variables: request.variables,
    startElementIds: request.startInstructions.map((instruction) => instruction.elementId),
    tags: request.tags,
    businessId: request.businessId ?? '',
    tenantId: request.tenantId,
    operationReference: operationReferenceField(request.operationReference),
  };
}
