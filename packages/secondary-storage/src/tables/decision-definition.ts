import { integer, key, nullable, text } from '../column.ts';
import { defineTable } from '../table.ts';

/** Name and version of the requirements are theirs. */
export const decisionDefinitionTable = defineTable(
  'decision_definition',
  {
    decision_definition_key: key,
    decision_definition_id: text,
    name: text,
    version: integer,
    version_tag: nullable(text),
    decision_requirements_key: key,
    decision_requirements_id: text,
    deployment_key: key,
    tenant_id: text,
    /** ACTIVE or DELETED. */
    state: text,
  },
  {
    primaryKey: ['decision_definition_key'],
    removal: [{ with: 'decision_requirements', column: 'decision_requirements_key' }],
    indexes: [['decision_definition_id', 'tenant_id', 'version'], ['decision_requirements_key']],
  },
);
