import { decisionDefinitionId, tenantId } from './identifiers.ts';
import {
  decisionDefinitionKey,
  decisionEvaluationInstanceKey,
  decisionEvaluationKey,
  decisionInstanceKey,
  decisionRequirementsKey,
} from './keys.ts';
import { type InlineSchema, type NamedSchema, orNull } from './schema.ts';
import { variables } from './variables.ts';

export interface DecisionEvaluationInstruction {
  readonly decisionDefinitionId?: string | null;
  readonly decisionDefinitionKey?: string | null;
  readonly variables?: object | null;
  readonly tenantId?: string | null;
}

const settings: NonNullable<InlineSchema['properties']> = {
  variables: variables('What the decision sees.'),
  tenantId,
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

export const decisionEvaluationInstruction: NamedSchema<DecisionEvaluationInstruction> = {
  name: 'DecisionEvaluationInstruction',
  definition: {
    description: 'Names the decision either by its id, of which the latest version is evaluated, or by its key.',
    oneOf: [
      instruction('DecisionEvaluationById', { decisionDefinitionId }),
      instruction('DecisionEvaluationByKey', { decisionDefinitionKey }),
    ],
  },
  checked: {
    type: 'object',
    additionalProperties: false,
    properties: { decisionDefinitionId, decisionDefinitionKey, ...settings },
    exactlyOneOf: ['decisionDefinitionId', 'decisionDefinitionKey'],
  },
};

const text: InlineSchema = { type: 'string' };
const json: InlineSchema = { type: 'string', description: 'JSON.' };
const version: InlineSchema = { type: 'integer', format: 'int32', description: 'Version of the decision.' };
const ruleIndex: InlineSchema = { type: 'integer', format: 'int32', description: 'Place of the rule, from 1.' };

function result(name: string, properties: NonNullable<InlineSchema['properties']>): NamedSchema {
  return { name, definition: { type: 'object', properties, required: Object.keys(properties) } };
}

export const evaluatedDecisionInputItem = result('EvaluatedDecisionInputItem', {
  inputId: text,
  inputName: text,
  inputValue: json,
});

const evaluatedDecisionOutputItem = result('EvaluatedDecisionOutputItem', {
  outputId: text,
  outputName: text,
  outputValue: json,
  ruleId: { ...text, nullable: true },
  ruleIndex: { ...ruleIndex, nullable: true },
});

export const matchedDecisionRuleItem = result('MatchedDecisionRuleItem', {
  ruleId: text,
  ruleIndex,
  evaluatedOutputs: { type: 'array', items: evaluatedDecisionOutputItem },
});

const evaluatedDecisionResult = result('EvaluatedDecisionResult', {
  decisionDefinitionId,
  decisionDefinitionName: text,
  decisionDefinitionVersion: version,
  decisionDefinitionType: text,
  output: json,
  tenantId,
  matchedRules: { type: 'array', items: matchedDecisionRuleItem },
  evaluatedInputs: { type: 'array', items: evaluatedDecisionInputItem },
  decisionDefinitionKey,
  decisionEvaluationInstanceKey,
});

export const evaluateDecisionResult = result('EvaluateDecisionResult', {
  decisionDefinitionId,
  decisionDefinitionKey,
  decisionDefinitionName: text,
  decisionDefinitionVersion: version,
  decisionEvaluationKey,
  decisionInstanceKey,
  decisionRequirementsId: text,
  decisionRequirementsKey,
  evaluatedDecisions: {
    type: 'array',
    items: evaluatedDecisionResult,
    description: 'Everything evaluated, in this order: required decisions first.',
  },
  failedDecisionDefinitionId: orNull(decisionDefinitionId),
  failureMessage: { ...text, nullable: true, description: 'Why the evaluation failed; null when it did not.' },
  output: json,
  tenantId,
});
