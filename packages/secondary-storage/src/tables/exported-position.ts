import { integer, key } from '../column.ts';
import { NEVER } from '../removal.ts';
import { defineTable } from '../table.ts';

/** Up to where each partition's records are in this database; written in the transaction that writes their rows. */
export const exportedPositionTable = defineTable(
  'exported_position',
  { partition_id: integer, position: key },
  { primaryKey: ['partition_id'], removal: NEVER },
);
