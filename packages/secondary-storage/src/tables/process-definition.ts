import { boolean, integer, json, key, nullable, text, timestamp } from '../column.ts';
import { NEVER } from '../removal.ts';
import { defineTable } from '../table.ts';

export const processDefinitionTable = defineTable(
  'process_definition',
  {
    process_definition_key: key,
    process_definition_id: text,
    name: nullable(text),
    version: integer,
    version_tag: nullable(text),
    resource_name: text,
    /** The deployed file. */
    bpmn_xml: text,
    deployment_key: key,
    tenant_id: text,
    has_start_form: boolean,
    start_form_id: nullable(text),
    /** latest, deployment or versionTag; null without a start form. */
    start_form_binding: nullable(text),
    start_form_version_tag: nullable(text),
    /** ACTIVE, DRAINING or DELETED. */
    state: text,
    /** Partitions that delete it and still have instances of it. */
    deleting_partitions: integer,
    /** Names of the elements by their ids, of those that have one. */
    element_names: json,
    /** Tool properties of the elements by their ids, of those that have any. */
    element_tools: json,
    /** Of the process itself: how long its ended instances are kept. */
    history_time_to_live: nullable(text),
    deployed_date: timestamp,
  },
  {
    primaryKey: ['process_definition_key'],
    removal: NEVER,
    indexes: [['process_definition_id', 'tenant_id', 'version']],
  },
);
