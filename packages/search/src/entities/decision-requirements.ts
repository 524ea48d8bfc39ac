import { defineEntity, integerField, keyField, textField } from '../entity.ts';

export const decisionRequirements = defineEntity({
  name: 'DecisionRequirements',
  title: 'decision requirements graph',
  table: 'decision_requirements',
  key: 'decisionRequirementsKey',
  fields: {
    decisionRequirementsKey: keyField('DecisionRequirementsKey', 'decision_requirements_key', {
      filter: 'exact',
      sort: true,
    }),
    decisionRequirementsId: textField('decision_requirements_id', { filter: 'exact', sort: true }),
    decisionRequirementsName: textField('name', { filter: 'exact', sort: true }),
    version: integerField('version', { filter: 'exact', sort: true }),
    resourceName: textField('resource_name', { filter: 'exact' }),
    tenantId: textField('tenant_id', { filter: 'exact', sort: true }),
  },
});
