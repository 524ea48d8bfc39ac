import type { InlineSchema, NamedSchema } from './schema.ts';
import { partition } from './topology-response.ts';

const count: InlineSchema = { type: 'integer', format: 'int32' };

const clusterBrokerInfo: NamedSchema = {
  name: 'ClusterBrokerInfo',
  definition: {
    type: 'object',
    properties: { brokerId: { type: 'string' }, host: { type: 'string' }, port: count, version: { type: 'string' } },
    required: ['brokerId', 'host', 'port', 'version'],
  },
};

const physicalTenantBrokerTopology: NamedSchema = {
  name: 'PhysicalTenantBrokerTopology',
  definition: {
    type: 'object',
    properties: { brokerId: { type: 'string' }, partitions: { type: 'array', items: partition } },
    required: ['brokerId', 'partitions'],
  },
};

const physicalTenantTopology: NamedSchema = {
  name: 'PhysicalTenantTopology',
  definition: {
    type: 'object',
    properties: {
      physicalTenantId: { type: 'string' },
      partitionsCount: count,
      replicationFactor: count,
      lastCompletedChangeId: { type: 'string', description: 'Last change of the cluster; -1 = none yet.' },
      brokers: { type: 'array', items: physicalTenantBrokerTopology },
    },
    required: ['physicalTenantId', 'partitionsCount', 'replicationFactor', 'lastCompletedChangeId', 'brokers'],
  },
};

export const clusterTopologyResponse: NamedSchema = {
  name: 'ClusterTopologyResponse',
  definition: {
    type: 'object',
    properties: {
      brokers: { type: 'array', items: clusterBrokerInfo },
      clusterId: { type: 'string', nullable: true },
      clusterSize: count,
      gatewayVersion: { type: 'string', nullable: true },
      physicalTenants: { type: 'array', items: physicalTenantTopology },
    },
    required: ['brokers', 'clusterId', 'clusterSize', 'gatewayVersion', 'physicalTenants'],
  },
};
