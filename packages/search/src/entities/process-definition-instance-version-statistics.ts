import { defineEntity, integerField, keyField, longField, textField } from '../entity.ts';

/** Versions of one process that have active instances. */
export const processDefinitionInstanceVersionStatistics = defineEntity({
  name: 'ProcessDefinitionInstanceVersionStatistics',
  title: 'number of instances by version',
  table: 'statistics',
  source: 'instancesByVersion',
  key: 'processDefinitionKey',
  fields: {
    processDefinitionId: textField('process_definition_id', { sort: true }),
    processDefinitionKey: keyField('ProcessDefinitionKey', 'process_definition_key', { sort: true }),
    processDefinitionName: textField('process_definition_name', { sort: true, nullable: true }),
    tenantId: textField('tenant_id'),
    processDefinitionVersion: integerField('process_definition_version', { sort: true }),
    activeInstancesWithIncidentCount: longField('with_incident_count', { sort: true }),
    activeInstancesWithoutIncidentCount: longField('without_incident_count', { sort: true }),
  },
});
