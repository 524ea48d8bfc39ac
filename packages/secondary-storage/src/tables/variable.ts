import { boolean, integer, key, nullable, text } from '../column.ts';
import { defineTable } from '../table.ts';

/**
 * Values may be megabytes and PostgreSQL's indices take 2,700 bytes: the beginning of a value finds it, the condition itself
 * compares all of it.
 */
export const INDEXED_VALUE_LENGTH = 100;
export const INDEXED_VALUE = 'substr(value, 1, 100)';

export const variableTable = defineTable(
  'variable',
  {
    variable_key: key,
    name: text,
    /** JSON text, cut to what searches show; the whole of a longer one is in `full_value`. */
    value: text,
    /** JSON text of a value too long for `value`, else null. */
    full_value: nullable(text),
    is_truncated: boolean,
    scope_key: key,
    process_instance_key: key,
    process_definition_key: key,
    process_definition_id: text,
    tenant_id: text,
    partition_id: integer,
  },
  {
    primaryKey: ['variable_key'],
    removal: [{ with: 'process_instance', column: 'process_instance_key' }],
    indexes: [['process_instance_key', 'name'], ['scope_key'], ['name', INDEXED_VALUE, 'process_instance_key']],
  },
);
