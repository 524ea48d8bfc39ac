import { key, nullable, text, timestamp } from '../column.ts';
import { defineTable } from '../table.ts';

/** What a batch operation works on: instances, incidents, jobs. */
export const batchOperationItemTable = defineTable(
  'batch_operation_item',
  {
    batch_operation_key: key,
    item_key: key,
    process_instance_key: nullable(key),
    root_process_instance_key: nullable(key),
    /** ACTIVE, COMPLETED, CANCELED or FAILED. */
    state: text,
    processed_date: nullable(timestamp),
    error_message: nullable(text),
  },
  {
    primaryKey: ['batch_operation_key', 'item_key'],
    removal: [{ with: 'batch_operation', column: 'batch_operation_key' }],
    indexes: [
      ['batch_operation_key', 'state', 'item_key'],
      ['process_instance_key', 'batch_operation_key'],
    ],
  },
);
