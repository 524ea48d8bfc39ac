import { defineEntity, keyField, longField, textField } from '../entity.ts';

/** Process definitions whose instances wait for messages. */
export const messageSubscriptionStatistics = defineEntity({
  name: 'ProcessDefinitionMessageSubscriptionStatistics',
  title: 'number of message subscriptions by process definition',
  table: 'statistics',
  source: 'messageSubscriptionsByProcess',
  key: 'processDefinitionKey',
  fields: {
    processDefinitionId: textField('process_definition_id'),
    tenantId: textField('tenant_id'),
    processDefinitionKey: keyField('ProcessDefinitionKey', 'process_definition_key'),
    processInstancesWithActiveSubscriptions: longField('instance_count'),
    activeSubscriptions: longField('subscription_count'),
  },
});
