import { integer, json, key, nullable, text, timestamp } from '../column.ts';
import { defineTable } from '../table.ts';

/** One decision of an evaluation: the asked one and each that it requires. */
export const decisionInstanceTable = defineTable(
  'decision_instance',
  {
    /** Of the evaluation. */
    decision_evaluation_key: key,
    /** Place in the evaluation, from 1. */
    decision_evaluation_index: integer,
    /** The two as text, joined by a dash. */
    decision_evaluation_instance_key: text,
    /** EVALUATED or FAILED. */
    state: text,
    evaluation_date: timestamp,
    evaluation_failure: nullable(text),
    /** -1, as the version is, for a decision of an imported model. */
    decision_definition_key: key,
    decision_definition_id: text,
    decision_definition_name: text,
    decision_definition_version: integer,
    /** DECISION_TABLE, LITERAL_EXPRESSION or UNKNOWN. */
    decision_definition_type: text,
    decision_requirements_key: key,
    /** What was asked for. */
    root_decision_definition_key: key,
    /** Of the business rule task that asked; null when a client did. */
    process_definition_key: nullable(key),
    process_instance_key: nullable(key),
    element_instance_key: nullable(key),
    /** JSON text. */
    result: text,
    /** Lists, as the API shows them. */
    evaluated_inputs: json,
    matched_rules: json,
    tenant_id: text,
    partition_id: integer,
    /** When retention may remove it, for one that belongs to no process instance; null = never, or with the instance. */
    removal_date: nullable(timestamp),
  },
  {
    primaryKey: ['decision_evaluation_key', 'decision_evaluation_index'],
    removal: [{ with: 'process_instance', column: 'process_instance_key' }, { at: 'removal_date' }],
    indexes: [
      ['decision_evaluation_instance_key'],
      ['evaluation_date', 'decision_evaluation_instance_key'],
      ['decision_definition_key', 'evaluation_date', 'decision_evaluation_instance_key', 'state'],
      ['decision_definition_id', 'evaluation_date', 'decision_evaluation_instance_key', 'state'],
      { columns: ['process_instance_key'], where: 'process_instance_key IS NOT NULL' },
      { columns: ['evaluation_date', 'decision_evaluation_instance_key'], where: "state = 'FAILED'" },
      { columns: ['removal_date'], where: 'removal_date IS NOT NULL' },
    ],
  },
);
