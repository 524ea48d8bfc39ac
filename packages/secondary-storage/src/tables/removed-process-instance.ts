import { key } from '../column.ts';
import { NEVER } from '../removal.ts';
import { defineTable } from '../table.ts';

/** Instances that are forgotten while the last of their rows are still to go: some have more than one transaction removes. */
export const removedProcessInstanceTable = defineTable(
  'removed_process_instance',
  { process_instance_key: key },
  { primaryKey: ['process_instance_key'], removal: NEVER },
);
