import { integer, key, nullable, text, timestamp } from '../column.ts';
import { defineTable } from '../table.ts';

/** Messages that reached subscriptions: a message may reach several, a subscription may get several. */
export const correlatedMessageSubscriptionTable = defineTable(
  'correlated_message_subscription',
  {
    /** Ours: from the position of the record that tells of it, in the range of its partition's keys. */
    correlation_id: key,
    message_key: key,
    subscription_key: key,
    message_name: text,
    correlation_key: nullable(text),
    correlation_time: timestamp,
    process_definition_key: key,
    process_definition_id: text,
    process_instance_key: key,
    element_id: text,
    /** Start events have none: the message came before the element. */
    element_instance_key: nullable(key),
    tenant_id: text,
    partition_id: integer,
  },
  {
    primaryKey: ['correlation_id'],
    removal: [{ with: 'process_instance', column: 'process_instance_key' }],
    indexes: [['process_instance_key'], ['message_key'], ['subscription_key'], ['correlation_time']],
  },
);
