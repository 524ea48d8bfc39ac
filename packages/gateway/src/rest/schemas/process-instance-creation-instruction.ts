import { businessId, elementId, operationReference, processDefinitionId, tagSet, tenantId } from './identifiers.ts';
import { processDefinitionKey, processInstanceKey } from './keys.ts';
import { type InlineSchema, type NamedSchema, orNull } from './schema.ts';
import { variables } from './variables.ts';

export interface ProcessInstanceCreationInstruction {
  readonly processDefinitionId?: string | null;
  readonly processDefinitionKey?: string | null;
  readonly processDefinitionVersion?: number | null;
  readonly variables?: object | null;
  readonly tenantId?: string | null;
  readonly operationReference?: number | null;
  readonly startInstructions?: readonly { readonly elementId: string }[] | null;
  readonly runtimeInstructions?: readonly { readonly afterElementId: string }[] | null;
  readonly awaitCompletion?: boolean | null;
  readonly fetchVariables?: readonly string[] | null;
  readonly requestTimeout?: number | null;
  readonly tags?: readonly string[] | null;
  readonly businessId?: string | null;
}

const startInstruction: NamedSchema = {
  name: 'ProcessInstanceCreationStartInstruction',
  definition: {
    type: 'object',
    additionalProperties: false,
    properties: { elementId },
    required: ['elementId'],
  },
};

const terminateInstruction: NamedSchema = {
  name: 'ProcessInstanceCreationTerminateInstruction',
  definition: {
    type: 'object',
    additionalProperties: false,
    properties: { type: { type: 'string' }, afterElementId: elementId },
    required: ['afterElementId'],
  },
};

const runtimeInstruction: NamedSchema = {
  name: 'ProcessInstanceCreationRuntimeInstruction',
  definition: {
    oneOf: [terminateInstruction],
    discriminator: { propertyName: 'type', schemas: { TERMINATE_PROCESS_INSTANCE: terminateInstruction } },
  },
  checked: {
    type: 'object',
    additionalProperties: false,
    properties: { type: { type: 'string', enum: ['TERMINATE_PROCESS_INSTANCE'] }, afterElementId: elementId },
    required: ['afterElementId'],
  },
};

const settings: NonNullable<InlineSchema['properties']> = {
  processDefinitionVersion: {
    type: 'integer',
    format: 'int32',
    default: -1,
    description: 'Version of the process; -1 = latest. Ignored when the definition is chosen by its key.',
  },
  variables: variables('Variables of the new instance.'),
  tenantId,
  operationReference,
  startInstructions: {
    type: 'array',
    items: startInstruction,
    description: 'Elements to start before, in place of the start event.',
  },
  runtimeInstructions: {
    type: 'array',
    items: runtimeInstruction,
    description: 'What happens to the instance later on: it ends when one of these elements has ended.',
  },
  awaitCompletion: { type: 'boolean', default: false, description: 'Answer only when the instance has completed.' },
  fetchVariables: {
    type: 'array',
    items: { type: 'string' },
    description: 'Variables of the completed instance to answer with; none named = all.',
  },
  requestTimeout: {
    type: 'integer',
    format: 'int64',
    default: 0,
    description: 'Milliseconds to wait for the completion; 0 = the default of the server.',
  },
  tags: tagSet,
  businessId,
};

function instruction(name: string, chosenBy: Record<string, NamedSchema>): NamedSchema {
  return {
    name,
    definition: {
      type: 'object',
      additionalProperties: false,
      properties: { ...chosenBy, ...settings },
      required: Object.keys(chosenBy),
    },
  };
}

export const processInstanceCreationInstruction: NamedSchema<ProcessInstanceCreationInstruction> = {
  name: 'ProcessInstanceCreationInstruction',
  definition: {
    description: 'Names the process definition either by its id or by its key.',
    oneOf: [
      instruction('ProcessInstanceCreationInstructionByKey', { processDefinitionKey }),
      instruction('ProcessInstanceCreationInstructionById', { processDefinitionId }),
    ],
  },
  checked: {
    type: 'object',
    additionalProperties: false,
    properties: { processDefinitionId, processDefinitionKey, ...settings },
    exactlyOneOf: ['processDefinitionId', 'processDefinitionKey'],
  },
};

export const createProcessInstanceResult: NamedSchema = {
  name: 'CreateProcessInstanceResult',
  definition: {
    type: 'object',
    properties: {
      processDefinitionId,
      processDefinitionVersion: { type: 'integer', format: 'int32' },
      tenantId,
      variables: variables('Variables of the completed instance; empty when its completion was not awaited.'),
      processDefinitionKey,
      processInstanceKey,
      tags: tagSet,
      businessId: orNull(businessId),
    },
    required: [
      'processDefinitionId',
      'processDefinitionVersion',
      'tenantId',
      'variables',
      'processDefinitionKey',
      'processInstanceKey',
      'tags',
      'businessId',
    ],
  },
};
