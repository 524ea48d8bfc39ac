import { booleanField, defineEntity, enumField, integerField, keyField, textField } from '../entity.ts';

export const processDefinitionStates = ['ACTIVE', 'DRAINING', 'DELETED'] as const;

export const processDefinition = defineEntity({
  name: 'ProcessDefinition',
  title: 'process definition',
  table: 'process_definition',
  key: 'processDefinitionKey',
  fields: {
    processDefinitionKey: keyField('ProcessDefinitionKey', 'process_definition_key', { filter: 'exact', sort: true }),
    name: textField('name', { filter: 'string', sort: true, nullable: true }),
    resourceName: textField('resource_name', { filter: 'exact', sort: true }),
    version: integerField('version', { filter: 'exact', sort: true }),
    versionTag: textField('version_tag', { filter: 'exact', sort: true, nullable: true }),
    processDefinitionId: textField('process_definition_id', { filter: 'string', sort: true }),
    tenantId: textField('tenant_id', { filter: 'exact', sort: true }),
    hasStartForm: booleanField('has_start_form', { filter: 'exact' }),
    state: enumField('ProcessDefinitionStateEnum', processDefinitionStates, 'state', { filter: 'exact' }),
  },
  predicates: { isLatestVersion: { predicate: 'isLatestVersion', schema: 'boolean' } },
});
