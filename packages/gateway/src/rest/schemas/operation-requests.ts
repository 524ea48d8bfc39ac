import { operationReference } from './identifiers.ts';
import type { InlineSchema, NamedSchema } from './schema.ts';

/** A request that says no more than who asks. */
export interface OperationRequest {
  readonly operationReference?: number | null;
}

const definition: InlineSchema = { type: 'object', additionalProperties: false, properties: { operationReference } };

export const incidentResolutionRequest: NamedSchema<OperationRequest> = {
  name: 'IncidentResolutionRequest',
  definition,
};

export const cancelProcessInstanceRequest: NamedSchema<OperationRequest> = {
  name: 'CancelProcessInstanceRequest',
  definition: { ...definition, nullable: true },
};

export const suspendProcessInstanceRequest: NamedSchema<OperationRequest> = {
  name: 'SuspendProcessInstanceRequest',
  definition: { ...definition, nullable: true },
};

export const resumeProcessInstanceRequest: NamedSchema<OperationRequest> = {
  name: 'ResumeProcessInstanceRequest',
  definition: { ...definition, nullable: true },
};

export const deleteDecisionInstanceRequest: NamedSchema<OperationRequest> = {
  name: 'DeleteDecisionInstanceRequest',
  definition: { ...definition, nullable: true },
};

export const deleteProcessInstanceRequest: NamedSchema<OperationRequest> = {
  name: 'DeleteProcessInstanceRequest',
  definition: { ...definition, nullable: true },
};
