import { integer, key, text } from '../column.ts';
import { defineTable } from '../table.ts';

/** Sequence flows that instances took; once each, however often. */
export const sequenceFlowTable = defineTable(
  'sequence_flow',
  { process_instance_key: key, sequence_flow_id: text, partition_id: integer },
  {
    primaryKey: ['process_instance_key', 'sequence_flow_id'],
    removal: [{ with: 'process_instance', column: 'process_instance_key' }],
  },
);
