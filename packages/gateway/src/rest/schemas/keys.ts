import { KEY_PATTERN } from './key-pattern.ts';
import type { NamedSchema } from './schema.ts';

/** A key the engine assigned, as text: JSON numbers lose digits above 2^53. */
export const longKey: NamedSchema<string> = {
  name: 'LongKey',
  definition: {
    type: 'string',
    description: 'A system-assigned key: a signed 64-bit integer in decimal digits.',
    pattern: KEY_PATTERN,
    minLength: 1,
    maxLength: 25,
  },
};

function keySchema(name: string, of: string): NamedSchema<string> {
  return { name, definition: { allOf: [longKey], description: `Key of ${of}.` } };
}

export const deploymentKey = keySchema('DeploymentKey', 'a deployment');
export const processDefinitionKey = keySchema('ProcessDefinitionKey', 'one version of a process definition');
export const processInstanceKey = keySchema('ProcessInstanceKey', 'a process instance');
export const elementInstanceKey = keySchema('ElementInstanceKey', 'an element instance, or of a process instance');
export const jobKey = keySchema('JobKey', 'a job');
export const incidentKey = keySchema('IncidentKey', 'an incident');
export const messageKey = keySchema('MessageKey', 'a published message');
export const userTaskKey = keySchema('UserTaskKey', 'a user task');
export const userTaskCommentKey = keySchema('UserTaskCommentKey', 'a comment of a user task');
export const savedFilterKey = keySchema('SavedFilterKey', 'a saved filter');
export const formKey = keySchema('FormKey', 'a deployed form');
export const decisionDefinitionKey = keySchema('DecisionDefinitionKey', 'one version of a decision');
export const decisionRequirementsKey = keySchema(
  'DecisionRequirementsKey',
  'one version of a decision requirements graph',
);
export const decisionEvaluationKey = keySchema('DecisionEvaluationKey', 'an evaluation of a decision');
export const decisionInstanceKey = keySchema('DecisionInstanceKey', 'an evaluation of a decision');

/** Not a number: the evaluation's key and a place in it. */
export const decisionEvaluationInstanceKey: NamedSchema<string> = {
  name: 'DecisionEvaluationInstanceKey',
  definition: {
    type: 'string',
    description: 'Key of the evaluation, a dash, and the place of the decision in it from 1.',
    pattern: '^[0-9]+-[0-9]+$',
    minLength: 3,
    maxLength: 30,
  },
};
export const resourceKey = keySchema('ResourceKey', 'a deployed resource');
export const signalKey = keySchema('SignalKey', 'a broadcast signal');
export const conditionalEvaluationKey = keySchema(
  'ConditionalEvaluationKey',
  'an evaluation of conditional start events',
);

/** Of the original, keys of batch operations may be other text as well; ours are keys. */
export const batchOperationKey: NamedSchema<string> = {
  name: 'BatchOperationKey',
  definition: { type: 'string', description: 'Key of a batch operation.' },
};
