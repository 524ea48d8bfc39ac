import type { NamedSchema } from './schema.ts';

export const partition: NamedSchema = {
  name: 'Partition',
  definition: {
    type: 'object',
    description: 'A partition on one broker.',
    properties: {
      partitionId: { type: 'integer', format: 'int32' },
      role: { type: 'string', enum: ['leader', 'follower', 'inactive'] },
      health: { type: 'string', enum: ['healthy', 'unhealthy', 'dead'] },
      state: { type: 'string', enum: ['unknown', 'joining', 'active', 'leaving', 'recovering'] },
    },
    required: ['partitionId', 'role', 'health', 'state'],
  },
};

const brokerInfo: NamedSchema = {
  name: 'BrokerInfo',
  definition: {
    type: 'object',
    properties: {
      nodeId: { type: 'integer', format: 'int32' },
      brokerId: { type: 'string', description: 'The node id as text.' },
      host: { type: 'string' },
      port: { type: 'integer', format: 'int32' },
      partitions: { type: 'array', items: partition },
      version: { type: 'string' },
    },
    required: ['nodeId', 'brokerId', 'host', 'port', 'partitions', 'version'],
  },
};

export const topologyResponse: NamedSchema = {
  name: 'TopologyResponse',
  definition: {
    type: 'object',
    properties: {
      brokers: { type: 'array', items: brokerInfo },
      clusterId: { type: 'string', nullable: true },
      clusterSize: { type: 'integer', format: 'int32' },
      partitionsCount: { type: 'integer', format: 'int32' },
      replicationFactor: { type: 'integer', format: 'int32' },
      gatewayVersion: { type: 'string' },
      lastCompletedChangeId: { type: 'string', description: 'Last change of the cluster; -1 = none yet.' },
    },
    required: [
      'brokers',
      'clusterId',
      'clusterSize',
      'partitionsCount',
      'replicationFactor',
      'gatewayVersion',
      'lastCompletedChangeId',
    ],
  },
};
