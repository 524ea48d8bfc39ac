import type { CreateProcessInstanceInput } from '../dispatch/operations/create-process-instance.ts';
import { checkTenantId } from '../dispatch/tenant-id.ts';
import { checkVariables } from '../dispatch/variables-text.ts';
import type { RpcName } from './rpc-handlers.ts';
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
  readonly runtimeInstructions: readonly { readonly terminate?: { readonly afterElementId: string } | null }[];
  readonly tags: readonly string[];
  readonly businessId?: string;
}

/** @param rpc the name of the one that carries the request. */
export function creationInput(rpc: RpcName, request: CreateProcessInstanceRequest): CreateProcessInstanceInput {
  return {
    bpmnProcessId: request.bpmnProcessId,
    version: request.version,
    processDefinitionKey: keyField(request.processDefinitionKey),
    variables: checkVariables(request.variables),
    startElementIds: request.startInstructions.map((instruction) => instruction.elementId),
    terminateAfterElementIds: request.runtimeInstructions.flatMap(({ terminate }) => terminate?.afterElementId ?? []),
    tags: request.tags,
    businessId: request.businessId ?? '',
    tenantId: checkTenantId(`gRPC request ${rpc}`, request.tenantId),
    operationReference: operationReferenceField(request.operationReference),
  };
}
