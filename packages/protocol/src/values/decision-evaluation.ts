import type { MessagePackReader } from '../encoding/message-pack-reader.ts';
import type { MessagePackWriter } from '../encoding/message-pack-writer.ts';
import type { ValueCodec } from '../encoding/value-codec.ts';
import { type Key, NO_KEY } from '../key.ts';
import { DEFAULT_TENANT_ID } from '../limits.ts';

export interface EvaluatedDecisionInput {
  readonly inputId: string;
  readonly inputName: string;
  /** JSON text. */
  readonly inputValue: string;
}

export interface EvaluatedDecisionOutput {
  readonly outputId: string;
  readonly outputName: string;
  /** JSON text. */
  readonly outputValue: string;
}

export interface MatchedDecisionRule {
  readonly ruleId: string;
  /** From 1. */
  readonly ruleIndex: number;
  readonly evaluatedOutputs: readonly EvaluatedDecisionOutput[];
}

export interface EvaluatedDecisionValue {
  /** Key of the evaluation, a dash, place in the order of evaluation from 1. */
  readonly decisionEvaluationInstanceKey: string;
  readonly decisionId: string;
  readonly decisionName: string;
  /** NO_KEY, and version -1, for an invocation of a business knowledge model. */
  readonly decisionKey: Key;
  readonly decisionVersion: number;
  /** `DECISION_TABLE`, `LITERAL_EXPRESSION`, `CONTEXT`, `INVOCATION`, `LIST`, `RELATION` or `UNKNOWN`. */
  readonly decisionType: string;
  /** JSON text; `null` for one that failed. */
  readonly decisionOutput: string;
  readonly evaluatedInputs: readonly EvaluatedDecisionInput[];
  readonly matchedRules: readonly MatchedDecisionRule[];
  readonly tenantId: string;
}

/** Evaluates a decision, for a client or for a business rule task. */
export interface DecisionEvaluationValue {
  readonly decisionKey: Key;
  readonly decisionId: string;
  readonly decisionName: string;
  readonly decisionVersion: number;
  readonly decisionRequirementsId: string;
  readonly decisionRequirementsKey: Key;
  /** JSON text; `null` when the evaluation failed. */
  readonly decisionOutput: string;
  /** JSON object text: what a command gives; `{}` in events. */
  readonly variables: string;
  /** The task that asked and its process; empty or NO_KEY when a client did. */
  readonly bpmnProcessId: string;
  readonly processDefinitionKey: Key;
  readonly processInstanceKey: Key;
  readonly rootProcessInstanceKey: Key;
  readonly elementId: string;
  readonly elementInstanceKey: Key;
  /** In the order of evaluation: required ones first. */
  readonly evaluatedDecisions: readonly EvaluatedDecisionValue[];
  /** Empty when it did not fail. */
  readonly evaluationFailureMessage: string;
  /** As above. */
  readonly failedDecisionId: string;
  readonly tenantId: string;
}

export const decisionEvaluationCodec: ValueCodec<DecisionEvaluationValue> = {
  write(writer, value) {
    writer.arrayHeader(18);
    writer.key(value.decisionKey);
    writer.text(value.decisionId);
    writer.text(value.decisionName);
    writer.integer(value.decisionVersion);
    writer.text(value.decisionRequirementsId);
    writer.key(value.decisionRequirementsKey);
    writer.text(value.decisionOutput);
    writer.text(value.variables);
    writer.text(value.bpmnProcessId);
    writer.key(value.processDefinitionKey);
    writer.key(value.processInstanceKey);
    writer.key(value.rootProcessInstanceKey);
    writer.text(value.elementId);
    writer.key(value.elementInstanceKey);
    writer.arrayHeader(value.evaluatedDecisions.length);
    for (const decision of value.evaluatedDecisions) writeEvaluatedDecision(writer, decision);
    writer.text(value.evaluationFailureMessage);
    writer.text(value.failedDecisionId);
    writer.text(value.tenantId);
  },
  read(reader) {
    return {
      decisionKey: reader.key(),
      decisionId: reader.text(),
      decisionName: reader.text(),
      decisionVersion: reader.integer(),
      decisionRequirementsId: reader.text(),
      decisionRequirementsKey: reader.key(),
      decisionOutput: reader.text(),
      variables: reader.text(),
      bpmnProcessId: reader.text(),
      processDefinitionKey: reader.key(),
      processInstanceKey: reader.key(),
      rootProcessInstanceKey: reader.key(),
      elementId: reader.text(),
      elementInstanceKey: reader.key(),
      evaluatedDecisions: Array.from({ length: reader.arrayHeader() }, () => readEvaluatedDecision(reader)),
      evaluationFailureMessage: reader.text(),
      failedDecisionId: reader.text(),
      tenantId: reader.text(),
    };
  },
};

/** A command names its decision by id or key; the value carries only what it gives. */
export function decisionEvaluationCommandValue(given: Partial<DecisionEvaluationValue>): DecisionEvaluationValue {
  return { ...NOTHING_GIVEN, ...given };
}

const NOTHING_GIVEN: DecisionEvaluationValue = {
  decisionKey: NO_KEY,
  decisionId: '',
  decisionName: '',
  decisionVersion: -1,
  decisionRequirementsId: '',
  decisionRequirementsKey: NO_KEY,
  decisionOutput: 'null',
  variables: '{}',
  bpmnProcessId: '',
  processDefinitionKey: NO_KEY,
  processInstanceKey: NO_KEY,
  rootProcessInstanceKey: NO_KEY,
  elementId: '',
  elementInstanceKey: NO_KEY,
  evaluatedDecisions: [],
  evaluationFailureMessage: '',
  failedDecisionId: '',
  tenantId: DEFAULT_TENANT_ID,
};

function writeEvaluatedDecision(writer: MessagePackWriter, value: EvaluatedDecisionValue): void {
  writer.arrayHeader(10);
  writer.text(value.decisionEvaluationInstanceKey);
  writer.text(value.decisionId);
  writer.text(value.decisionName);
  writer.key(value.decisionKey);
  writer.integer(value.decisionVersion);
  writer.text(value.decisionType);
  writer.text(value.decisionOutput);
  writer.arrayHeader(value.evaluatedInputs.length);
  for (const { inputId, inputName, inputValue } of value.evaluatedInputs) {
    writer.texts([inputId, inputName, inputValue]);
  }
  writer.arrayHeader(value.matchedRules.length);
  for (const { ruleId, ruleIndex, evaluatedOutputs } of value.matchedRules) {
    writer.arrayHeader(3);
    writer.text(ruleId);
    writer.integer(ruleIndex);
    writer.arrayHeader(evaluatedOutputs.length);
    for (const { outputId, outputName, outputValue } of evaluatedOutputs) {
      writer.texts([outputId, outputName, outputValue]);
    }
  }
  writer.text(value.tenantId);
}

function readEvaluatedDecision(reader: MessagePackReader): EvaluatedDecisionValue {
  reader.arrayHeader();
  return {
    decisionEvaluationInstanceKey: reader.text(),
    decisionId: reader.text(),
    decisionName: reader.text(),
    decisionKey: reader.key(),
    decisionVersion: reader.integer(),
    decisionType: reader.text(),
    decisionOutput: reader.text(),
    evaluatedInputs: Array.from({ length: reader.arrayHeader() }, () => {
      const [inputId, inputName, inputValue] = reader.texts() as [string, string, string];
      return { inputId, inputName, inputValue };
    }),
    matchedRules: Array.from({ length: reader.arrayHeader() }, () => {
      reader.arrayHeader();
      return {
        ruleId: reader.text(),
        ruleIndex: reader.integer(),
        evaluatedOutputs: Array.from({ length: reader.arrayHeader() }, () => {
          const [outputId, outputName, outputValue] = reader.texts() as [string, string, string];
          return { outputId, outputName, outputValue };
        }),
      };
    }),
    tenantId: reader.text(),
  };
}
