import { processDefinitionKey, processInstanceKey } from './keys.ts';
import type { InlineSchema, NamedSchema } from './schema.ts';

const entry: NamedSchema = {
  name: 'ProcessInstanceCallHierarchyEntry',
  definition: {
    type: 'object',
    required: ['processInstanceKey', 'processDefinitionKey', 'processDefinitionName'],
    properties: {
      processInstanceKey,
      processDefinitionKey,
      processDefinitionName: { type: 'string', description: 'The id of the process when it has no name.' },
    },
  },
};

export const processInstanceCallHierarchy: InlineSchema = { type: 'array', items: entry };
