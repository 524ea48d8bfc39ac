import { boolean, integer, key, nullable, text, timestamp } from '../column.ts';
import { defineTable } from '../table.ts';

/** Element instances but those of processes, which are process instances. Definition and tenant are the process instance's. */
export const elementInstanceTable = defineTable(
  'element_instance',
  {
    element_instance_key: key,
    process_instance_key: key,
    /** The enclosing element instance, the process instance at the top. */
    scope_key: key,
    element_id: text,
    /** Of the model; the id when it gives none. */
    element_name: text,
    /** Name of a BpmnElementType. */
    type: text,
    /** ACTIVE, COMPLETED or TERMINATED. */
    state: text,
    start_date: timestamp,
    end_date: nullable(timestamp),
    /** Its own active incident, the latest if there are several. */
    incident_key: nullable(key),
    /** Active incidents of its own and of all within it, called instances included. */
    incident_count: integer,
    has_incident: boolean,
    partition_id: integer,
  },
  {
    primaryKey: ['element_instance_key'],
    removal: [{ with: 'process_instance', column: 'process_instance_key' }],
    indexes: [
      // With all that statistics count, so that they need no rows.
      ['process_instance_key', 'scope_key', 'element_id', 'state', 'has_incident'],
      // Where instances are now; what has ended is found by its instance.
      { columns: ['element_id', 'process_instance_key'], where: "state = 'ACTIVE'" },
      { columns: ['element_instance_key'], where: 'has_incident = 1' },
    ],
  },
);
