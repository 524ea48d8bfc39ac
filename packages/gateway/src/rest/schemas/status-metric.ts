import type { NamedSchema } from './schema.ts';

export const statusMetric: NamedSchema = {
  name: 'StatusMetric',
  definition: {
    type: 'object',
    required: ['count', 'lastUpdatedAt'],
    properties: {
      count: { type: 'integer', format: 'int64' },
      lastUpdatedAt: { type: 'string', format: 'date-time', nullable: true, description: 'When it was counted last.' },
    },
  },
};
