import { defineEntity, enumField, integerField, keyField, textField } from '../entity.ts';

export const agentDefinitionTypes = ['AI_AGENT_SUB_PROCESS', 'AI_AGENT_TASK', 'EXTERNAL_AGENT'] as const;

export const agentDefinition = defineEntity({
  name: 'AgentDefinition',
  title: 'agent definition',
  table: 'agent_definition',
  key: 'agentDefinitionKey',
  fields: {
    agentDefinitionKey: keyField('AgentDefinitionKey', 'agent_definition_key', { filter: 'basicString', sort: true }),
    agentType: enumField('AgentDefinitionTypeEnum', agentDefinitionTypes, 'agent_type', {
      filter: 'string',
      sort: true,
    }),
    name: textField('name', { filter: 'string', sort: true }),
    elementId: textField('element_id', { filter: 'string', sort: true }),
    processDefinitionId: textField('process_definition_id', { filter: 'string', sort: true }),
    processDefinitionKey: keyField('ProcessDefinitionKey', 'process_definition_key', {
      filter: 'basicString',
      sort: true,
    }),
    processDefinitionVersion: integerField('process_definition_version', { filter: 'integer', sort: true }),
    processDefinitionVersionTag: textField('process_definition_version_tag', {
      filter: 'string',
      sort: true,
      nullable: true,
    }),
    tenantId: textField('tenant_id', { filter: 'string', sort: true }),
  },
});
