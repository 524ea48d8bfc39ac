import { dateTimeField, defineEntity, enumField, integerField, jsonField, keyField, textField } from '../entity.ts';

export const decisionInstanceStates = ['EVALUATED', 'FAILED', 'UNSPECIFIED', 'UNKNOWN'] as const;
export const decisionDefinitionTypes = ['DECISION_TABLE', 'LITERAL_EXPRESSION', 'UNSPECIFIED', 'UNKNOWN'] as const;

export const decisionInstance = defineEntity({
  name: 'DecisionInstance',
  title: 'decision instance',
  table: 'decision_instance',
  key: 'decisionEvaluationInstanceKey',
  joins: [{ table: 'process_instance', on: 'process_instance_key' }],
  fields: {
    decisionEvaluationInstanceKey: textField('decision_evaluation_instance_key', {
      schemaName: 'DecisionEvaluationInstanceKey',
      filter: 'basicString',
      sort: true,
    }),
    decisionEvaluationKey: keyField('DecisionEvaluationKey', 'decision_evaluation_key', {
      filter: 'exact',
      sort: true,
    }),
    state: enumField('DecisionInstanceStateEnum', decisionInstanceStates, 'state', {
      filter: 'string',
      sort: true,
    }),
    evaluationDate: dateTimeField('evaluation_date', { filter: 'dateTime', sort: true }),
    evaluationFailure: textField('evaluation_failure', { filter: 'exact', sort: true, nullable: true }),
    decisionDefinitionId: textField('decision_definition_id', { filter: 'exact', sort: true }),
    decisionDefinitionKey: keyField('DecisionDefinitionKey', 'decision_definition_key', {
      filter: 'basicString',
      sort: true,
    }),
    decisionDefinitionName: textField('decision_definition_name', { filter: 'exact', sort: true }),
    decisionDefinitionVersion: integerField('decision_definition_version', { filter: 'exact', sort: true }),
    decisionDefinitionType: enumField(
      'DecisionDefinitionTypeEnum',
      decisionDefinitionTypes,
      'decision_definition_type',
      {
        filter: 'exact',
        sort: true,
      },
    ),
    decisionRequirementsKey: keyField('DecisionRequirementsKey', 'decision_requirements_key', {
      filter: 'basicString',
      hidden: true,
    }),
    rootDecisionDefinitionKey: keyField('DecisionDefinitionKey', 'root_decision_definition_key', {
      filter: 'basicString',
      sort: true,
    }),
    processDefinitionKey: keyField('ProcessDefinitionKey', 'process_definition_key', {
      filter: 'exact',
      sort: true,
      nullable: true,
    }),
    processInstanceKey: keyField('ProcessInstanceKey', 'process_instance_key', {
      filter: 'exact',
      sort: true,
      nullable: true,
    }),
    rootProcessInstanceKey: keyField('ProcessInstanceKey', 'process_instance.root_process_instance_key', {
      nullable: true,
    }),
    elementInstanceKey: keyField('ElementInstanceKey', 'element_instance_key', {
      filter: 'basicString',
      sort: true,
      nullable: true,
    }),
    businessId: textField('process_instance.business_id', { filter: 'string', sort: true, nullable: true }),
    result: textField('result', { isLarge: true }),
    tenantId: textField('tenant_id', { filter: 'exact', sort: true }),
    evaluatedInputs: jsonField('evaluated_inputs', { only: 'get', shape: 'evaluatedInputs' }),
    matchedRules: jsonField('matched_rules', { only: 'get', shape: 'matchedRules' }),
  },
});
