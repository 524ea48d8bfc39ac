import { defineEntity, integerField, keyField, longField, textField } from '../entity.ts';

/** Definitions, with the number of their instances that have active incidents with one error message. */
export const incidentStatisticsByDefinition = defineEntity({
  name: 'IncidentProcessInstanceStatisticsByDefinition',
  title: 'number of instances with an error by definition',
  table: 'statistics',
  source: 'incidentsByDefinition',
  key: 'processDefinitionKey',
  fields: {
    processDefinitionId: textField('process_definition_id'),
    processDefinitionKey: keyField('ProcessDefinitionKey', 'process_definition_key', { sort: true }),
    processDefinitionName: textField('process_definition_name'),
    processDefinitionVersion: integerField('process_definition_version'),
    tenantId: textField('tenant_id', { sort: true }),
    activeInstancesWithErrorCount: longField('instance_count', { sort: true }),
  },
});
