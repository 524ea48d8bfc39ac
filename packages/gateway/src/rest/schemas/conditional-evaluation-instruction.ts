import { tenantId } from './identifiers.ts';
import { conditionalEvaluationKey, processDefinitionKey, processInstanceKey } from './keys.ts';
import type { NamedSchema } from './schema.ts';
import { variables } from './variables.ts';

export interface ConditionalEvaluationInstruction {
  readonly variables: object;
  readonly processDefinitionKey?: string | null;
  readonly tenantId?: string | null;
}

export const conditionalEvaluationInstruction: NamedSchema<ConditionalEvaluationInstruction> = {
  name: 'ConditionalEvaluationInstruction',
  definition: {
    type: 'object',
    additionalProperties: false,
    properties: {
      tenantId,
      processDefinitionKey,
      variables: variables('What the conditions see, and the variables of the instances that start.'),
    },
    required: ['variables'],
  },
};

const processInstanceReference: NamedSchema = {
  name: 'ProcessInstanceReference',
  definition: {
    type: 'object',
    properties: { processDefinitionKey, processInstanceKey },
    required: ['processDefinitionKey', 'processInstanceKey'],
  },
};

export const evaluateConditionalResult: NamedSchema = {
  name: 'EvaluateConditionalResult',
  definition: {
    type: 'object',
    properties: {
      conditionalEvaluationKey,
      tenantId,
      processInstances: { type: 'array', items: processInstanceReference, description: 'The instances that started.' },
    },
    required: ['conditionalEvaluationKey', 'tenantId', 'processInstances'],
  },
};
