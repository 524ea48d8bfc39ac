import { integer, key, text, timestamp } from '../column.ts';
import { NEVER } from '../removal.ts';
import { defineTable } from '../table.ts';

export const decisionRequirementsTable = defineTable(
  'decision_requirements',
  {
    decision_requirements_key: key,
    decision_requirements_id: text,
    name: text,
    version: integer,
    resource_name: text,
    /** The deployed file. */
    dmn_xml: text,
    deployment_key: key,
    tenant_id: text,
    /** ACTIVE or DELETED. */
    state: text,
    deployed_date: timestamp,
  },
  {
    primaryKey: ['decision_requirements_key'],
    removal: NEVER,
    indexes: [['decision_requirements_id', 'tenant_id', 'version']],
  },
);
