import type { JsonShape } from '@waggle/search';
import { evaluatedDecisionInputItem, matchedDecisionRuleItem } from './decision-evaluation-instruction.ts';
import type { InlineSchema, NamedSchema } from './schema.ts';

const batchOperationError: NamedSchema = {
  name: 'BatchOperationError',
  definition: {
    type: 'object',
    required: ['partitionId', 'type', 'message'],
    properties: {
      partitionId: { type: 'integer', format: 'int32' },
      type: { type: 'string', enum: ['QUERY_FAILED', 'RESULT_BUFFER_SIZE_EXCEEDED'] },
      message: { type: 'string' },
    },
  },
};

/** Schemas of what results hold as JSON. */
export const jsonShapes: Readonly<Record<JsonShape, InlineSchema>> = {
  texts: { type: 'array', items: { type: 'string' } },
  textsByName: { type: 'object', additionalProperties: {}, description: 'Texts by their names.' },
  object: { type: 'object', additionalProperties: {} },
  batchOperationErrors: {
    type: 'array',
    items: batchOperationError,
    description: 'What went wrong on which partition.',
  },
  evaluatedInputs: { type: 'array', items: evaluatedDecisionInputItem },
  matchedRules: { type: 'array', items: matchedDecisionRuleItem },
};
