import { integer, json, key, nullable, text, timestamp } from '../column.ts';
import { defineTable } from '../table.ts';

export const batchOperationTable = defineTable(
  'batch_operation',
  {
    batch_operation_key: key,
    /** Name of a BatchOperationType. */
    type: text,
    /** CREATED, ACTIVE, SUSPENDED, COMPLETED, PARTIALLY_COMPLETED, CANCELED or FAILED. */
    state: text,
    /** JSON text of the filter, where the items are found in this database; null where partitions find them. */
    item_filter: nullable(json),
    start_date: timestamp,
    end_date: nullable(timestamp),
    actor_type: nullable(text),
    actor_id: nullable(text),
    operations_total_count: integer,
    operations_failed_count: integer,
    operations_completed_count: integer,
    /** A list: what went wrong on which partition. */
    errors: json,
    /** When retention may remove it; null while it runs or for ever. */
    removal_date: nullable(timestamp),
  },
  {
    primaryKey: ['batch_operation_key'],
    removal: [{ at: 'removal_date' }],
    indexes: [['start_date', 'batch_operation_key'], { columns: ['removal_date'], where: 'removal_date IS NOT NULL' }],
  },
);
