import { integer, json, key, nullable, text, timestamp } from '../column.ts';
import { defineTable } from '../table.ts';

const OPEN = 'completion_date IS NULL';

export const userTaskTable = defineTable(
  'user_task',
  {
    user_task_key: key,
    element_instance_key: key,
    element_id: text,
    /** Of the element, its id when it has none. */
    name: text,
    process_instance_key: key,
    process_definition_key: key,
    process_definition_id: text,
    process_definition_version: integer,
    /** CREATING, CREATED, ASSIGNING, UPDATING, COMPLETING, COMPLETED, CANCELING or CANCELED. */
    state: text,
    assignee: nullable(text),
    /** Lists of texts; `user_task_candidate` finds them. */
    candidate_groups: json,
    candidate_users: json,
    creation_date: timestamp,
    /** When it was completed or canceled. */
    completion_date: nullable(timestamp),
    follow_up_date: nullable(timestamp),
    due_date: nullable(timestamp),
    form_key: nullable(key),
    external_form_reference: nullable(text),
    /** An object of texts. */
    custom_headers: json,
    /** 0 to 100. */
    priority: integer,
    tenant_id: text,
    partition_id: integer,
  },
  {
    primaryKey: ['user_task_key'],
    removal: [{ with: 'process_instance', column: 'process_instance_key' }],
    // Task lists show the open tasks or the ended ones, in any of these orders; few have thousands of open ones to show.
    indexes: [
      { columns: ['creation_date', 'user_task_key', 'state', 'assignee', 'completion_date'], where: OPEN },
      { columns: ['due_date', 'user_task_key'], where: OPEN },
      { columns: ['follow_up_date', 'user_task_key'], where: OPEN },
      { columns: ['priority', 'user_task_key'], where: OPEN },
      { columns: ['completion_date', 'user_task_key', 'state'], where: 'completion_date IS NOT NULL' },
      ['creation_date', 'user_task_key'],
      { columns: ['assignee', 'state', 'creation_date', 'user_task_key'], where: 'assignee IS NOT NULL' },
      ['process_definition_key', 'state', 'creation_date', 'user_task_key'],
      ['process_definition_id', 'state', 'creation_date', 'user_task_key'],
      ['process_instance_key'],
      ['element_instance_key'],
    ],
  },
);
