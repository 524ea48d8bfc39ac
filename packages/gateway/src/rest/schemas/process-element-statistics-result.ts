import type { NamedSchema } from './schema.ts';

const count = { type: 'integer', format: 'int64' } as const;

const processElementStatisticsResult: NamedSchema = {
  name: 'ProcessElementStatisticsResult',
  definition: {
    type: 'object',
    required: ['elementId', 'active', 'canceled', 'incidents', 'completed'],
    properties: {
      elementId: { type: 'string' },
      active: { ...count, description: 'Active and without incidents.' },
      canceled: count,
      incidents: { ...count, description: 'Active and with incidents of their own or within them.' },
      completed: count,
    },
  },
};

export const processElementStatisticsQueryResult: NamedSchema = {
  name: 'ProcessElementStatisticsQueryResult',
  definition: {
    type: 'object',
    required: ['items'],
    properties: { items: { type: 'array', items: processElementStatisticsResult } },
  },
};
