import { boolean, integer, json, key, nullable, text, timestamp } from '../column.ts';
import { defineTable } from '../table.ts';

/** Definition and tenant are the process instance's. */
export const jobTable = defineTable(
  'job',
  {
    job_key: key,
    type: text,
    /** Who activated it last; empty before. */
    worker: text,
    /** What happened to it last: CREATED, COMPLETED, FAILED and so on; activations do not count. */
    state: text,
    /** Name of a JobKind. */
    kind: text,
    /** Name of a JobListenerEventType. */
    listener_event_type: text,
    retries: integer,
    priority: integer,
    /** Until when it belongs to its worker. */
    deadline: nullable(timestamp),
    error_code: nullable(text),
    error_message: nullable(text),
    has_failed_with_retries_left: boolean,
    /** What a task listener decided; null without decision. */
    is_denied: nullable(boolean),
    denied_reason: nullable(text),
    /** Texts by their names. */
    custom_headers: json,
    element_id: text,
    element_instance_key: key,
    process_instance_key: key,
    creation_time: timestamp,
    last_update_time: timestamp,
    end_time: nullable(timestamp),
    partition_id: integer,
  },
  {
    primaryKey: ['job_key'],
    removal: [{ with: 'process_instance', column: 'process_instance_key' }],
    indexes: [
      ['process_instance_key'],
      ['element_instance_key'],
      ['type', 'job_key'],
      // What is open is asked for most, and there is little of it.
      { columns: ['type', 'job_key'], where: "state = 'CREATED'" },
      { columns: ['job_key'], where: "state = 'FAILED'" },
      { columns: ['type', 'last_update_time'], where: '(error_message IS NOT NULL OR error_code IS NOT NULL)' },
    ],
  },
);
