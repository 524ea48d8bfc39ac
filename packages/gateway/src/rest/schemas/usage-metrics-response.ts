import type { InlineSchema, NamedSchema, Schema } from './schema.ts';

const count: InlineSchema = { type: 'integer', format: 'int64' };

const counts: Readonly<Record<string, Schema>> = {
  processInstances: { ...count, description: 'Root process instances that began.' },
  decisionInstances: { ...count, description: 'Evaluations of decisions.' },
  assignees: { ...count, description: 'People who got user tasks.' },
};

export const usageMetricsResponse: NamedSchema = {
  name: 'UsageMetricsResponse',
  definition: {
    type: 'object',
    required: [...Object.keys(counts), 'activeTenants', 'tenants'],
    properties: {
      ...counts,
      activeTenants: { ...count, description: 'Tenants that used anything.' },
      tenants: {
        type: 'object',
        additionalProperties: {},
        description: 'The counts of each tenant by its id; empty unless asked for.',
      },
    },
  },
};
