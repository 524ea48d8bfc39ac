import type { BatchMoveInstruction, MappingInstruction } from '@waggle/protocol';
import { entities } from '@waggle/search';
import { entitySchemas } from './entity-schemas.ts';
import { elementId, operationReference } from './identifiers.ts';
import { migrationPlanProperties } from './process-instance-migration-instruction.ts';
import type { InlineSchema, NamedSchema } from './schema.ts';

export interface ProcessInstanceBatchOperationRequest {
  readonly filter: object;
  readonly operationReference?: number | null;
}

export interface ProcessInstanceMigrationBatchOperationRequest extends ProcessInstanceBatchOperationRequest {
  readonly migrationPlan: {
    readonly targetProcessDefinitionKey: string;
    readonly mappingInstructions: readonly MappingInstruction[];
  };
}

export interface ProcessInstanceModificationBatchOperationRequest extends ProcessInstanceBatchOperationRequest {
  readonly moveInstructions: readonly BatchMoveInstruction[];
}

function request<Request extends ProcessInstanceBatchOperationRequest>(
  name: string,
  properties: InlineSchema['properties'] = {},
): NamedSchema<Request> {
  return {
    name: `ProcessInstance${name}BatchOperationRequest`,
    definition: {
      type: 'object',
      additionalProperties: false,
      properties: { filter: entitySchemas(entities.ProcessInstance).filter, ...properties, operationReference },
      required: ['filter', ...Object.keys(properties)],
    },
  };
}

export const processInstanceCancellationBatchOperationRequest =
  request<ProcessInstanceBatchOperationRequest>('Cancellation');
export const processInstanceDeletionBatchOperationRequest = request<ProcessInstanceBatchOperationRequest>('Deletion');
export const processInstanceIncidentResolutionBatchOperationRequest =
  request<ProcessInstanceBatchOperationRequest>('IncidentResolution');
export const processInstanceSuspensionBatchOperationRequest =
  request<ProcessInstanceBatchOperationRequest>('Suspension');
export const processInstanceResumptionBatchOperationRequest =
  request<ProcessInstanceBatchOperationRequest>('Resumption');

export const decisionInstanceDeletionBatchOperationRequest: NamedSchema<ProcessInstanceBatchOperationRequest> = {
  name: 'DecisionInstanceDeletionBatchOperationRequest',
  definition: {
    type: 'object',
    additionalProperties: false,
    properties: { filter: entitySchemas(entities.DecisionInstance).filter, operationReference },
    required: ['filter'],
  },
};

const migrationPlan: NamedSchema = {
  name: 'ProcessInstanceMigrationBatchOperationPlan',
  definition: {
    type: 'object',
    additionalProperties: false,
    properties: migrationPlanProperties,
    required: Object.keys(migrationPlanProperties),
  },
};

export const processInstanceMigrationBatchOperationRequest = request<ProcessInstanceMigrationBatchOperationRequest>(
  'Migration',
  { migrationPlan },
);

const moveInstruction: NamedSchema = {
  name: 'ProcessInstanceModificationMoveBatchOperationInstruction',
  definition: {
    type: 'object',
    additionalProperties: false,
    properties: { sourceElementId: elementId, targetElementId: elementId },
    required: ['sourceElementId', 'targetElementId'],
  },
};

export const processInstanceModificationBatchOperationRequest =
  request<ProcessInstanceModificationBatchOperationRequest>('Modification', {
    moveInstructions: {
      type: 'array',
      items: moveInstruction,
      minItems: 1,
      description: 'Elements to end, each with the element to start in its place.',
    },
  });
