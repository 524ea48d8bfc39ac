import { clusterVariableName, tenantId } from './identifiers.ts';
import type { InlineSchema, NamedSchema } from './schema.ts';

/** Any JSON but null; the text counts, so nothing is said of its type here. */
const value: InlineSchema = { description: 'Value of the variable: any JSON.' };

export interface CreateClusterVariableRequest {
  readonly name: string;
  readonly value?: unknown;
}

export interface UpdateClusterVariableRequest {
  readonly value?: unknown;
}

export const createClusterVariableRequest: NamedSchema<CreateClusterVariableRequest> = {
  name: 'CreateClusterVariableRequest',
  definition: {
    type: 'object',
    additionalProperties: false,
    properties: { name: clusterVariableName, value },
    required: ['name', 'value'],
  },
  // That there is a value is seen from its text: the blank text is one.
  checked: {
    type: 'object',
    additionalProperties: false,
    properties: { name: clusterVariableName, value },
    required: ['name'],
  },
};

export const updateClusterVariableRequest: NamedSchema<UpdateClusterVariableRequest> = {
  name: 'UpdateClusterVariableRequest',
  definition: { type: 'object', additionalProperties: false, properties: { value }, required: ['value'] },
  checked: { type: 'object', additionalProperties: false, properties: { value } },
};

export const clusterVariableScopeEnum: NamedSchema = {
  name: 'ClusterVariableScopeEnum',
  definition: { type: 'string', description: 'Whom the variable is for.', enum: ['GLOBAL', 'TENANT'] },
};

export const clusterVariableKindEnum: NamedSchema = {
  name: 'ClusterVariableKindEnum',
  definition: { type: 'string', description: 'What the value is.', enum: ['JSON', 'SECRET_REFERENCE'] },
};

export const clusterVariableResult: NamedSchema = {
  name: 'ClusterVariableResult',
  definition: {
    type: 'object',
    properties: {
      name: clusterVariableName,
      scope: clusterVariableScopeEnum,
      tenantId: { allOf: [tenantId], nullable: true },
      metadata: { type: 'object', additionalProperties: {}, description: 'Always empty.' },
      kind: clusterVariableKindEnum,
      value: { type: 'string', description: 'The value as JSON text.' },
    },
    required: ['name', 'scope', 'tenantId', 'metadata', 'kind', 'value'],
  },
};
