import { key, text } from '../column.ts';
import { NEVER } from '../removal.ts';
import { defineTable } from '../table.ts';

/** What clients asked to forget and is not forgotten yet. */
export const historyDeletionTable = defineTable(
  'history_deletion',
  {
    resource_key: key,
    /** PROCESS_INSTANCE, PROCESS_DEFINITION or DECISION_REQUIREMENTS. */
    resource_type: text,
  },
  { primaryKey: ['resource_key'], indexes: [['resource_type', 'resource_key']], removal: NEVER },
);
