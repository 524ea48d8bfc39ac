import { keyOf, ProcessMessageSubscriptionIntent, type RecordOf, type ValueType } from '@waggle/protocol';
import type { Fold, FoldContext } from '../fold.ts';
import { toolCells } from '../tool-properties.ts';

type Subscription = RecordOf<typeof ValueType.PROCESS_MESSAGE_SUBSCRIPTION>;

export const foldProcessMessageSubscription: Fold<typeof ValueType.PROCESS_MESSAGE_SUBSCRIPTION> = (
  record,
  context,
) => {
  const { changes } = context;
  const { intent, key, timestamp, value } = record;
  const rowKey = { message_subscription_key: key };
  switch (intent) {
    case ProcessMessageSubscriptionIntent.CREATED:
      create(record, context);
      break;
    case ProcessMessageSubscriptionIntent.CORRELATED:
      changes.update('message_subscription', rowKey, {
        state: 'CORRELATED',
        is_open: !value.isInterrupting,
        last_updated_date: timestamp,
      });
      correlate(record, context);
      break;
    case ProcessMessageSubscriptionIntent.DELETED:
      changes.update('message_subscription', rowKey, {
        state: 'DELETED',
        is_open: false,
        last_updated_date: timestamp,
      });
      break;
    case ProcessMessageSubscriptionIntent.MIGRATED:
      changes.update('message_subscription', rowKey, {
        state: 'MIGRATED',
        last_updated_date: timestamp,
        ...placeCells(value, context),
      });
      break;
  }
};

function create({ key, timestamp, value }: Subscription, context: FoldContext): void {
  context.changes.insert('message_subscription', {
    message_subscription_key: key,
    type: 'PROCESS_EVENT',
    state: 'CREATED',
    is_open: true,
    last_updated_date: timestamp,
    message_name: value.messageName,
    correlation_key: value.correlationKey,
    ...placeCells(value, context),
    process_instance_key: value.processInstanceKey,
    element_instance_key: value.elementInstanceKey,
    tenant_id: value.tenantId,
    partition_id: context.partitionId,
  });
}

function placeCells(value: Subscription['value'], { definitions }: FoldContext) {
  return {
    process_definition_key: value.processDefinitionKey,
    process_definition_id: value.bpmnProcessId,
    element_id: value.elementId,
    ...toolCells(definitions.toolProperties(value.processDefinitionKey, value.elementId)),
  };
}

function correlate({ key, position, timestamp, value }: Subscription, { changes, partitionId }: FoldContext): void {
  changes.insert('correlated_message_subscription', {
    correlation_id: keyOf(partitionId, BigInt(position)),
    message_key: value.messageKey,
    subscription_key: key,
    message_name: value.messageName,
    correlation_key: value.correlationKey,
    correlation_time: timestamp,
    process_definition_key: value.processDefinitionKey,
    process_definition_id: value.bpmnProcessId,
    process_instance_key: value.processInstanceKey,
    element_id: value.elementId,
    element_instance_key: value.elementInstanceKey,
    tenant_id: value.tenantId,
    partition_id: partitionId,
  });
}
