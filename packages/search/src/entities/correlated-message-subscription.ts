import { dateTimeField, defineEntity, integerField, keyField, textField } from '../entity.ts';

export const correlatedMessageSubscription = defineEntity({
  name: 'CorrelatedMessageSubscription',
  title: 'correlated message subscription',
  table: 'correlated_message_subscription',
  key: 'correlationId',
  joins: [{ table: 'process_instance', on: 'process_instance_key' }],
  fields: {
    correlationId: keyField('LongKey', 'correlation_id', { hidden: true }),
    businessId: textField('process_instance.business_id', { filter: 'string', sort: true, nullable: true }),
    correlationKey: textField('correlation_key', { filter: 'string', sort: true, nullable: true }),
    correlationTime: dateTimeField('correlation_time', { filter: 'dateTime', sort: true }),
    elementId: textField('element_id', { filter: 'string', sort: true }),
    elementInstanceKey: keyField('ElementInstanceKey', 'element_instance_key', {
      filter: 'basicString',
      sort: true,
      nullable: true,
    }),
    messageKey: keyField('MessageKey', 'message_key', { filter: 'basicString', sort: true }),
    messageName: textField('message_name', { filter: 'string', sort: true }),
    partitionId: integerField('partition_id', { filter: 'integer', sort: true }),
    processDefinitionId: textField('process_definition_id', { filter: 'string', sort: true }),
    processDefinitionKey: keyField('ProcessDefinitionKey', 'process_definition_key', {
      filter: 'basicString',
      sort: true,
    }),
    processInstanceKey: keyField('ProcessInstanceKey', 'process_instance_key', { filter: 'basicString', sort: true }),
    rootProcessInstanceKey: keyField('ProcessInstanceKey', 'process_instance.root_process_instance_key', {
      nullable: true,
    }),
    subscriptionKey: keyField('MessageSubscriptionKey', 'subscription_key', { filter: 'basicString', sort: true }),
    tenantId: textField('tenant_id', { filter: 'string', sort: true }),
  },
});
