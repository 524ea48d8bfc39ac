import { boolean, integer, json, key, nullable, text, timestamp } from '../column.ts';
import { defineTable } from '../table.ts';

export const processInstanceTable = defineTable(
  'process_instance',
  {
    process_instance_key: key,
    root_process_instance_key: key,
    parent_process_instance_key: nullable(key),
    parent_element_instance_key: nullable(key),
    process_definition_key: key,
    process_definition_id: text,
    process_definition_name: nullable(text),
    process_definition_version: integer,
    process_definition_version_tag: nullable(text),
    tenant_id: text,
    /** ACTIVE, SUSPENDED, COMPLETED or TERMINATED. */
    state: text,
    /** ACTIVE or SUSPENDED. Both databases use indices over a part of the rows when a condition names the part like this. */
    is_running: boolean,
    start_date: timestamp,
    end_date: nullable(timestamp),
    suspended_date: nullable(timestamp),
    /** Active incidents of the instance and of all that it called. */
    incident_count: integer,
    has_incident: boolean,
    /** A list of texts. */
    tags: json,
    business_id: nullable(text),
    partition_id: integer,
    /** When retention may remove it; null while it runs or for ever. */
    removal_date: nullable(timestamp),
  },
  {
    primaryKey: ['process_instance_key'],
    removal: [{ at: 'removal_date' }],
    // Pages are newest first mostly. Columns behind the date let a search pass over rows without looking at them.
    indexes: [
      ['start_date'],
      ['state', 'start_date'],
      [
        'process_definition_id',
        'start_date',
        'is_running',
        'state',
        'end_date',
        'process_definition_version',
        'has_incident',
      ],
      ['process_definition_key', 'start_date', 'is_running', 'state', 'end_date', 'has_incident'],
      { columns: ['end_date', 'start_date', 'process_definition_id'], where: 'end_date IS NOT NULL' },
      // What is running is looked at in every order, and there is little of it.
      {
        columns: [
          'start_date',
          'process_definition_id',
          'process_definition_version',
          'state',
          'has_incident',
          'process_definition_name',
          'tenant_id',
        ],
        where: 'is_running = 1',
      },
      {
        columns: ['state', 'start_date', 'process_definition_id', 'process_definition_key'],
        where: 'has_incident = 1',
      },
      // Counted by definition.
      { columns: ['process_definition_key', 'state', 'has_incident'], where: 'is_running = 1' },
      { columns: ['parent_process_instance_key'], where: 'parent_process_instance_key IS NOT NULL' },
      { columns: ['parent_element_instance_key'], where: 'parent_element_instance_key IS NOT NULL' },
      ['root_process_instance_key'],
      { columns: ['business_id'], where: 'business_id IS NOT NULL' },
      { columns: ['removal_date'], where: 'removal_date IS NOT NULL' },
    ],
  },
);
