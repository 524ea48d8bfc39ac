import { defineEntity, integerField, keyField, textField } from '../entity.ts';

export const decisionDefinition = defineEntity({
  name: 'DecisionDefinition',
  title: 'decision definition',
  table: 'decision_definition',
  key: 'decisionDefinitionKey',
  joins: [{ table: 'decision_requirements', on: 'decision_requirements_key' }],
  fields: {
    decisionDefinitionKey: keyField('DecisionDefinitionKey', 'decision_definition_key', {
      filter: 'exact',
      sort: true,
    }),
    decisionDefinitionId: textField('decision_definition_id', { filter: 'exact', sort: true }),
    name: textField('name', { filter: 'exact', sort: true }),
    version: integerField('version', { filter: 'exact', sort: true }),
    decisionRequirementsId: textField('decision_requirements_id', { filter: 'exact', sort: true }),
    decisionRequirementsKey: keyField('DecisionRequirementsKey', 'decision_requirements_key', {
      filter: 'exact',
      sort: true,
    }),
    decisionRequirementsName: textField('decision_requirements.name', { filter: 'exact', sort: true }),
    decisionRequirementsVersion: integerField('decision_requirements.version', { filter: 'exact', sort: true }),
    tenantId: textField('tenant_id', { filter: 'exact', sort: true }),
  },
  predicates: { isLatestVersion: { predicate: 'isLatestDecisionVersion', schema: 'boolean' } },
});
