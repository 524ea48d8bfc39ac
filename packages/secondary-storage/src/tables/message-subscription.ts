import { boolean, integer, json, key, nullable, text, timestamp } from '../column.ts';
import { defineTable } from '../table.ts';

/** What waits for messages: elements of instances, and start events of processes. */
export const messageSubscriptionTable = defineTable(
  'message_subscription',
  {
    message_subscription_key: key,
    /** PROCESS_EVENT or START_EVENT. */
    type: text,
    /** CREATED, CORRELATED, DELETED or MIGRATED: what happened last. */
    state: text,
    /** It takes messages; an interrupting event does not once one came. */
    is_open: boolean,
    last_updated_date: timestamp,
    message_name: text,
    correlation_key: nullable(text),
    process_definition_key: key,
    process_definition_id: text,
    /** Start events have none. */
    process_instance_key: nullable(key),
    element_id: text,
    element_instance_key: nullable(key),
    /** What makes the element a tool of AI agents, from its extension properties. */
    tool_name: nullable(text),
    tool_properties: json,
    inbound_connector_type: nullable(text),
    tenant_id: text,
    partition_id: integer,
  },
  {
    primaryKey: ['message_subscription_key'],
    removal: [
      { with: 'process_instance', column: 'process_instance_key' },
      { with: 'process_definition', column: 'process_definition_key', where: "type = 'START_EVENT'" },
    ],
    indexes: [
      ['process_instance_key'],
      ['state', 'message_subscription_key'],
      ['message_name', 'correlation_key'],
      // Counted by definition without a look at the rows.
      {
        columns: ['process_definition_key', 'tenant_id', 'process_instance_key', 'process_definition_id'],
        where: 'is_open = 1',
      },
      { columns: ['process_definition_key'], where: "type = 'START_EVENT'" },
    ],
  },
);
