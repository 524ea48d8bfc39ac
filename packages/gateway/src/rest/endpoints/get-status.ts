import { noContent } from '../answer.ts';
import { defineEndpoint, noBody } from '../endpoint.ts';
import { unavailable } from '../errors.ts';

export const getStatus = defineEndpoint({
  method: 'GET',
  path: '/status',
  operationId: 'getStatus',
  tag: 'Cluster',
  summary: 'Tells whether at least one partition processes commands',
  since: '8.8',
  body: noBody,
  success: { status: 204, description: 'A partition has a healthy leader.' },
  errors: [503],

  handle({ dispatch }) {
    const partitions = dispatch.port.topology().brokers.flatMap((broker) => broker.partitions);
    if (partitions.some(({ role, health }) => role === 'leader' && health === 'healthy')) return noContent;
    throw unavailable('Expected a partition with a healthy leader, but there is none');
  },
});
