import { ok } from '../answer.ts';
import { defineEndpoint, noBody } from '../endpoint.ts';
import { topologyResponse } from '../schemas/topology-response.ts';
import { NO_CHANGE_ID, topologyPartition } from '../topology-json.ts';

export const getTopology = defineEndpoint({
  method: 'GET',
  path: '/topology',
  operationId: 'getTopology',
  tag: 'Cluster',
  summary: 'Tells which brokers there are and which partitions they lead or follow',
  since: '8.5',
  body: noBody,
  success: { status: 200, description: 'The cluster as this gateway knows it.', schema: topologyResponse },
  errors: [500],

  handle({ dispatch }) {
    const topology = dispatch.port.topology();
    return ok(
      JSON.stringify({
        brokers: topology.brokers.map((broker) => ({
          nodeId: broker.nodeId,
          brokerId: String(broker.nodeId),
          host: broker.host,
          port: broker.port,
          partitions: broker.partitions.map(topologyPartition),
          version: broker.version,
        })),
        clusterId: topology.clusterId === '' ? null : topology.clusterId,
        clusterSize: topology.clusterSize,
        partitionsCount: topology.partitionsCount,
        replicationFactor: topology.replicationFactor,
        gatewayVersion: topology.gatewayVersion,
        lastCompletedChangeId: NO_CHANGE_ID,
      }),
    );
  },
});
