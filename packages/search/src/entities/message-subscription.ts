import { dateTimeField, defineEntity, enumField, integerField, jsonField, keyField, textField } from '../entity.ts';

export const messageSubscriptionStates = ['CORRELATED', 'CREATED', 'DELETED', 'MIGRATED'] as const;
export const messageSubscriptionTypes = ['START_EVENT', 'PROCESS_EVENT'] as const;

export const messageSubscription = defineEntity({
  name: 'MessageSubscription',
  title: 'message subscription',
  table: 'message_subscription',
  key: 'messageSubscriptionKey',
  joins: [
    { table: 'process_instance', on: 'process_instance_key' },
    { table: 'process_definition', on: 'process_definition_key' },
  ],
  fields: {
    messageSubscriptionKey: keyField('MessageSubscriptionKey', 'message_subscription_key', {
      filter: 'basicString',
      sort: true,
    }),
    processDefinitionId: textField('process_definition_id', { filter: 'string', sort: true }),
    processDefinitionKey: keyField('ProcessDefinitionKey', 'process_definition_key', {
      filter: 'basicString',
      nullable: true,
    }),
    processInstanceKey: keyField('ProcessInstanceKey', 'process_instance_key', {
      filter: 'basicString',
      sort: true,
      nullable: true,
    }),
    rootProcessInstanceKey: keyField('ProcessInstanceKey', 'process_instance.root_process_instance_key', {
      nullable: true,
    }),
    elementId: textField('element_id', { filter: 'string', sort: true }),
    elementInstanceKey: keyField('ElementInstanceKey', 'element_instance_key', {
      filter: 'basicString',
      sort: true,
      nullable: true,
    }),
    messageSubscriptionState: enumField('MessageSubscriptionStateEnum', messageSubscriptionStates, 'state', {
      filter: 'enum',
      sort: true,
    }),
    lastUpdatedDate: dateTimeField('last_updated_date', { filter: 'dateTime', sort: true }),
    messageName: textField('message_name', { filter: 'string', sort: true }),
    correlationKey: textField('correlation_key', { filter: 'string', sort: true, nullable: true }),
    messageSubscriptionType: enumField('MessageSubscriptionTypeEnum', messageSubscriptionTypes, 'type', {
      filter: 'enum',
      sort: true,
    }),
    toolProperties: jsonField('tool_properties', { description: 'Extension properties that describe a tool.' }),
    processDefinitionName: textField('process_definition.name', { filter: 'string', sort: true, nullable: true }),
    processDefinitionVersion: integerField('process_definition.version', {
      filter: 'integer',
      sort: true,
      nullable: true,
    }),
    toolName: textField('tool_name', { filter: 'string', sort: true, nullable: true }),
    inboundConnectorType: textField('inbound_connector_type', { filter: 'string', sort: true, nullable: true }),
    tenantId: textField('tenant_id', { filter: 'string', sort: true }),
  },
});
