/** What the engine tells of decisions: a deployed one, and one that was evaluated. */
import {
  type DecisionEvaluationValue,
  type DecisionMetadata,
  type DecisionRequirementsMetadata,
  decisionEvaluationCommandValue,
  keyOf,
} from '@waggle/protocol';

const shared = {
  decisionRequirementsId: 'pricing',
  decisionRequirementsKey: keyOf(1, 20n),
  tenantId: '<default>',
};

export const requirementsMetadata: DecisionRequirementsMetadata = {
  ...shared,
  decisionRequirementsName: 'Pricing',
  decisionRequirementsVersion: 3,
  namespace: 'acme',
  resourceName: 'pricing.dmn',
  checksum: 'c',
  isDuplicate: false,
};

export const decisionMetadata: DecisionMetadata = {
  ...shared,
  decisionId: 'discount',
  decisionName: 'Discount',
  version: 2,
  versionTag: '',
  decisionKey: keyOf(1, 21n),
  isDuplicate: false,
};

export const evaluatedValue: DecisionEvaluationValue = decisionEvaluationCommandValue({
  ...shared,
  decisionId: 'discount',
  decisionName: 'Discount',
  decisionKey: keyOf(1, 21n),
  decisionVersion: 2,
  decisionOutput: '0.10',
  evaluatedDecisions: [
    {
      decisionEvaluationInstanceKey: `${keyOf(1, 30n)}-1`,
      decisionId: 'discount',
      decisionName: 'Discount',
      decisionKey: keyOf(1, 21n),
      decisionVersion: 2,
      decisionType: 'DECISION_TABLE',
      decisionOutput: '0.10',
      evaluatedInputs: [{ inputId: 'in', inputName: 'Amount', inputValue: '100' }],
      matchedRules: [
        {
          ruleId: 'rule_2',
          ruleIndex: 2,
          evaluatedOutputs: [{ outputId: 'out', outputName: 'rate', outputValue: '0.10' }],
        },
      ],
      tenantId: '<default>',
    },
  ],
});

export const failedValue: DecisionEvaluationValue = {
  ...evaluatedValue,
  decisionOutput: 'null',
  evaluatedDecisions: [],
  failedDecisionId: 'rate',
  evaluationFailureMessage: "Expected to evaluate decision 'discount', but more than one rule matched",
};
