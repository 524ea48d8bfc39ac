import type { NamedSchema } from './schema.ts';

export const clusterStatusResponse: NamedSchema = {
  name: 'ClusterStatusResponse',
  definition: {
    type: 'object',
    properties: {
      status: {
        type: 'string',
        enum: ['HEALTHY', 'DEGRADED', 'DOWN'],
        description: 'DEGRADED: some partitions have no healthy leader. DOWN comes with status 503.',
      },
    },
    required: ['status'],
  },
};
