import { key, nullable, text, timestamp } from '../column.ts';
import { defineTable } from '../table.ts';

/** Who did what: one row for each operation of a client, and for each item of a batch operation. */
export const auditLogTable = defineTable(
  'audit_log',
  {
    /** Made of partition and position of the record that tells the operation. */
    audit_log_key: key,
    /** A key, or the name a person chose. */
    entity_key: text,
    /** BATCH, DECISION, INCIDENT, PROCESS_INSTANCE, RESOURCE, USER_TASK, VARIABLE, … */
    entity_type: text,
    /** ASSIGN, CANCEL, COMPLETE, CREATE, … */
    operation_type: text,
    /** SUCCESS or FAIL. */
    result: text,
    /** ADMIN, DEPLOYED_RESOURCES or USER_TASKS. */
    category: text,
    timestamp: timestamp,
    /** ANONYMOUS, CLIENT, UNKNOWN or USER. */
    actor_type: nullable(text),
    actor_id: nullable(text),
    /** A name or the type of a rejection. */
    entity_description: nullable(text),
    tenant_id: nullable(text),
    batch_operation_key: nullable(key),
    process_definition_id: nullable(text),
    process_definition_key: nullable(key),
    process_instance_key: nullable(key),
    element_instance_key: nullable(key),
    job_key: nullable(key),
    user_task_key: nullable(key),
    decision_requirements_id: nullable(text),
    decision_requirements_key: nullable(key),
    decision_definition_id: nullable(text),
    decision_definition_key: nullable(key),
    decision_evaluation_key: nullable(key),
    deployment_key: nullable(key),
    form_key: nullable(key),
    resource_key: nullable(key),
    related_entity_key: nullable(text),
    related_entity_type: nullable(text),
    /** Of what acts for somebody; not known yet. */
    agent_element_id: nullable(text),
    inbound_channel_type: nullable(text),
    inbound_channel_tool_name: nullable(text),
    /** When retention may remove it; null = never. */
    removal_date: nullable(timestamp),
  },
  {
    primaryKey: ['audit_log_key'],
    removal: [{ at: 'removal_date' }],
    indexes: [
      ['timestamp', 'audit_log_key'],
      // Creations of instances are nearly all there is: what is rare is found beside them.
      ['operation_type', 'timestamp', 'audit_log_key'],
      ['entity_type', 'timestamp', 'audit_log_key'],
      { columns: ['timestamp', 'audit_log_key'], where: "result = 'FAIL'" },
      { columns: ['actor_id', 'timestamp', 'audit_log_key'], where: 'actor_id IS NOT NULL' },
      { columns: ['process_instance_key'], where: 'process_instance_key IS NOT NULL' },
      { columns: ['user_task_key'], where: 'user_task_key IS NOT NULL' },
      { columns: ['removal_date'], where: 'removal_date IS NOT NULL' },
    ],
  },
);
