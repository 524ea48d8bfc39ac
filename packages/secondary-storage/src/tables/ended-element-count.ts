import { integer, key, text } from '../column.ts';
import { defineTable } from '../table.ts';

/**
 * Ended process instances of a definition, counted by the elements they had reached: a million of them could not be counted each
 * time somebody looks at a diagram. Retention takes off what it removes.
 */
export const endedElementCountTable = defineTable(
  'ended_element_count',
  {
    process_definition_key: key,
    element_id: text,
    /** Instances in which the element was completed at least once. */
    completed: integer,
    /** Instances in which the element was terminated at least once. */
    canceled: integer,
  },
  {
    primaryKey: ['process_definition_key', 'element_id'],
    removal: [{ with: 'process_definition', column: 'process_definition_key' }],
    indexes: [],
  },
);
