import { booleanField, defineEntity, longField, textField } from '../entity.ts';

/** Processes that have active instances, all versions together. */
export const processDefinitionInstanceStatistics = defineEntity({
  name: 'ProcessDefinitionInstanceStatistics',
  title: 'number of instances by process',
  table: 'statistics',
  source: 'instancesByProcess',
  key: 'statisticsKey',
  fields: {
    statisticsKey: textField('statistics_key', { hidden: true }),
    processDefinitionId: textField('process_definition_id', { sort: true }),
    tenantId: textField('tenant_id'),
    latestProcessDefinitionName: textField('latest_name', { nullable: true }),
    hasMultipleVersions: booleanField('has_multiple_versions', {
      description: 'The active instances are of several versions.',
    }),
    activeInstancesWithoutIncidentCount: longField('without_incident_count', { sort: true }),
    activeInstancesWithIncidentCount: longField('with_incident_count', { sort: true }),
  },
});
