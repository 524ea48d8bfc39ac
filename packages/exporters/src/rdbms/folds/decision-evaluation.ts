import {
  DecisionEvaluationIntent,
  type EvaluatedDecisionValue,
  type Key,
  type MatchedDecisionRule,
  NO_KEY,
  type ValueType,
} from '@waggle/protocol';
import { removalDate } from '@waggle/secondary-storage';
import type { Fold } from '../fold.ts';

/** The types searches know; all others of DMN are one to them. */
const knownTypes: ReadonlySet<string> = new Set(['DECISION_TABLE', 'LITERAL_EXPRESSION']);

export const foldDecisionEvaluation: Fold<typeof ValueType.DECISION_EVALUATION> = (
  { intent, key, timestamp, value },
  { changes, partitionId, retention },
) => {
  const isFailed = intent === DecisionEvaluationIntent.FAILED;
  if (!isFailed && intent !== DecisionEvaluationIntent.EVALUATED) return;
  const { evaluatedDecisions } = value;
  for (const [index, evaluated] of evaluatedDecisions.entries()) {
    // An evaluation ends with the decision that fails; those before it were evaluated.
    const hasFailed = isFailed && index === evaluatedDecisions.length - 1;
    changes.insert('decision_instance', {
      decision_evaluation_key: key,
      decision_evaluation_index: index + 1,
      decision_evaluation_instance_key: evaluated.decisionEvaluationInstanceKey,
      state: hasFailed ? 'FAILED' : 'EVALUATED',
      evaluation_date: timestamp,
      evaluation_failure: hasFailed ? value.evaluationFailureMessage : null,
      decision_definition_key: evaluated.decisionKey,
      decision_definition_id: evaluated.decisionId,
      decision_definition_name: evaluated.decisionName,
      decision_definition_version: evaluated.decisionVersion,
      decision_definition_type: knownTypes.has(evaluated.decisionType) ? evaluated.decisionType : 'UNKNOWN',
      decision_requirements_key: value.decisionRequirementsKey,
      root_decision_definition_key: value.decisionKey,
      process_definition_key: keyOrNull(value.processDefinitionKey),
      process_instance_key: keyOrNull(value.processInstanceKey),
      element_instance_key: keyOrNull(value.elementInstanceKey),
      result: evaluated.decisionOutput,
      evaluated_inputs: inputsJson(evaluated),
      matched_rules: JSON.stringify(evaluated.matchedRules.map(shownRule)),
      tenant_id: value.tenantId,
      partition_id: partitionId,
      removal_date: value.processInstanceKey === NO_KEY ? removalDate(timestamp, retention.decisionInstanceMs) : null,
    });
  }
};

function inputsJson({ evaluatedInputs }: EvaluatedDecisionValue): string {
  return JSON.stringify(
    evaluatedInputs.map(({ inputId, inputName, inputValue }) => ({ inputId, inputName, inputValue })),
  );
}

/** Outputs repeat their rule, as in the API. */
function shownRule({ ruleId, ruleIndex, evaluatedOutputs }: MatchedDecisionRule): object {
  return {
    ruleId,
    ruleIndex,
    evaluatedOutputs: evaluatedOutputs.map(({ outputId, outputName, outputValue }) => ({
      outputId,
      outputName,
      outputValue,
      ruleId,
      ruleIndex,
    })),
  };
}

function keyOrNull(key: Key): Key | null {
  return key === NO_KEY ? null : key;
}
