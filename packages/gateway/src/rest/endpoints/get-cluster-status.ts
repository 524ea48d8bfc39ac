import { ok } from '../answer.ts';
import { defineEndpoint, noBody } from '../endpoint.ts';
import { unavailable } from '../errors.ts';
import { clusterStatusResponse } from '../schemas/cluster-status-response.ts';

export const getClusterStatus = defineEndpoint({
  method: 'GET',
  path: '/status',
  prefix: '/cluster/v2',
  operationId: 'getClusterStatus',
  tag: 'Cluster',
  summary: 'Tells whether all partitions process commands, or only some',
  since: '8.10',
  body: noBody,
  success: { status: 200, description: 'At least one partition processes commands.', schema: clusterStatusResponse },
  errors: [503],

  handle({ dispatch }) {
    const { brokers, partitionsCount } = dispatch.port.topology();
    const healthy = new Set(
      brokers
        .flatMap(({ partitions }) => partitions)
        .filter(({ role, health }) => role === 'leader' && health === 'healthy')
        .map(({ partitionId }) => partitionId),
    );
    if (healthy.size === 0) throw unavailable('Expected a partition with a healthy leader, but there is none');
    return ok(JSON.stringify({ status: healthy.size === partitionsCount ? 'HEALTHY' : 'DEGRADED' }));
  },
});
