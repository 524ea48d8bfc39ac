import { boolean, integer, key, nullable, text, timestamp } from '../column.ts';
import { defineTable } from '../table.ts';

export const incidentTable = defineTable(
  'incident',
  {
    incident_key: key,
    /** Name of an IncidentErrorType. */
    error_type: text,
    error_message: text,
    /** Names messages in statistics: Java's hash of the text, as Camunda has it. */
    error_message_hash: integer,
    /** ACTIVE or RESOLVED. */
    state: text,
    /** It counts as active at everything it is within. */
    is_counted: boolean,
    creation_time: timestamp,
    element_id: text,
    element_instance_key: key,
    job_key: nullable(key),
    process_instance_key: key,
    process_definition_key: key,
    process_definition_id: text,
    tenant_id: text,
    partition_id: integer,
  },
  {
    primaryKey: ['incident_key'],
    removal: [{ with: 'process_instance', column: 'process_instance_key' }],
    indexes: [
      ['process_instance_key'],
      ['element_instance_key'],
      ['creation_time', 'state'],
      ['state', 'creation_time'],
      { columns: ['error_message_hash', 'process_instance_key'], where: "state = 'ACTIVE'" },
      { columns: ['process_definition_key', 'process_instance_key'], where: "state = 'ACTIVE'" },
    ],
  },
);
