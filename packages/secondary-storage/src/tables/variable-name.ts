import { key, text } from '../column.ts';
import { defineTable } from '../table.ts';

/** Names that variables of a definition's instances have had: looking through the variables themselves would take seconds. */
export const variableNameTable = defineTable(
  'variable_name',
  { process_definition_key: key, name: text },
  {
    primaryKey: ['process_definition_key', 'name'],
    removal: [{ with: 'process_definition', column: 'process_definition_key' }],
  },
);
