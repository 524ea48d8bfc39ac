import { integer, key, nullable, text } from '../column.ts';
import { defineTable } from '../table.ts';

/** Elements of processes that are AI agents. */
export const agentDefinitionTable = defineTable(
  'agent_definition',
  {
    /** Made of definition and element: the engine knows of none. */
    agent_definition_key: key,
    /** AI_AGENT_SUB_PROCESS, AI_AGENT_TASK or EXTERNAL_AGENT. */
    agent_type: text,
    /** Of the element, its id when it has none. */
    name: text,
    element_id: text,
    process_definition_id: text,
    process_definition_key: key,
    process_definition_version: integer,
    process_definition_version_tag: nullable(text),
    tenant_id: text,
  },
  {
    primaryKey: ['agent_definition_key'],
    removal: [{ with: 'process_definition', column: 'process_definition_key' }],
    indexes: [['process_definition_key']],
  },
);
