import { keyOf, MessageStartEventSubscriptionIntent, type ValueType } from '@waggle/protocol';
import type { Fold } from '../fold.ts';
import { toolCells } from '../tool-properties.ts';

/** Each partition has one for each start event; the first one's stands for all. */
export const foldMessageStartEventSubscription: Fold<typeof ValueType.MESSAGE_START_EVENT_SUBSCRIPTION> = (
  { intent, key, position, timestamp, value },
  { changes, definitions, isFirstPartition, partitionId },
) => {
  switch (intent) {
    case MessageStartEventSubscriptionIntent.CREATED:
      if (!isFirstPartition) break;
      changes.insert('message_subscription', {
        message_subscription_key: key,
        type: 'START_EVENT',
        state: 'CREATED',
        is_open: true,
        last_updated_date: timestamp,
        message_name: value.messageName,
        correlation_key: null,
        process_definition_key: value.processDefinitionKey,
        process_definition_id: value.bpmnProcessId,
        process_instance_key: null,
        element_id: value.startEventId,
        element_instance_key: null,
        ...toolCells(definitions.toolProperties(value.processDefinitionKey, value.startEventId)),
        tenant_id: value.tenantId,
        partition_id: partitionId,
      });
      break;
    case MessageStartEventSubscriptionIntent.DELETED:
      if (!isFirstPartition) break;
      changes.update(
        'message_subscription',
        { message_subscription_key: key },
        { state: 'DELETED', is_open: false, last_updated_date: timestamp },
      );
      break;
    case MessageStartEventSubscriptionIntent.CORRELATED:
      // The subscription goes on waiting, so only the correlation is told.
      changes.insert('correlated_message_subscription', {
        correlation_id: keyOf(partitionId, BigInt(position)),
        message_key: value.messageKey,
        subscription_key: key,
        message_name: value.messageName,
        correlation_key: value.correlationKey === '' ? null : value.correlationKey,
        correlation_time: timestamp,
        process_definition_key: value.processDefinitionKey,
        process_definition_id: value.bpmnProcessId,
        process_instance_key: value.processInstanceKey,
        element_id: value.startEventId,
        element_instance_key: null,
        tenant_id: value.tenantId,
        partition_id: partitionId,
      });
      break;
  }
};
