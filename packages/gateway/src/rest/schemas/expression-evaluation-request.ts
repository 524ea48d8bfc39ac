import { tenantId } from './identifiers.ts';
import { elementInstanceKey } from './keys.ts';
import type { NamedSchema } from './schema.ts';
import { variables } from './variables.ts';

export interface ExpressionEvaluationRequest {
  readonly expression: string;
  readonly scopeKey?: string | null;
  readonly variables?: object | null;
  readonly tenantId?: string | null;
}

export const expressionEvaluationRequest: NamedSchema<ExpressionEvaluationRequest> = {
  name: 'ExpressionEvaluationRequest',
  definition: {
    type: 'object',
    additionalProperties: false,
    properties: {
      expression: { type: 'string', description: 'A FEEL expression behind an equals sign: `=x + y`.' },
      tenantId,
      scopeKey: elementInstanceKey,
      variables: { ...variables('What the expression sees, before the variables of the scope.'), nullable: true },
    },
    required: ['expression'],
  },
};

const warning: NamedSchema = {
  name: 'ExpressionEvaluationWarningItem',
  definition: { type: 'object', properties: { message: { type: 'string' } }, required: ['message'] },
};

const secretReference: NamedSchema = {
  name: 'ExpressionSecretReferenceItem',
  definition: {
    type: 'object',
    properties: { storeId: { type: 'string' }, secretName: { type: 'string' } },
    required: ['storeId', 'secretName'],
  },
};

export const expressionEvaluationResult: NamedSchema = {
  name: 'ExpressionEvaluationResult',
  definition: {
    type: 'object',
    properties: {
      expression: { type: 'string' },
      result: { nullable: true, description: 'Any JSON.' },
      warnings: { type: 'array', items: warning, description: 'What the expression could not make sense of.' },
      referencedSecrets: { type: 'array', items: secretReference, description: 'Always none.' },
    },
    required: ['expression', 'result', 'warnings', 'referencedSecrets'],
  },
};
