import { ok } from '../answer.ts';
import { defineEndpoint, noBody } from '../endpoint.ts';
import { topologyResponse } from '../schemas/topology-response.ts';

/** Stands for "the cluster never changed". */
const NO_CHANGE_ID = '-1';

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
          partitions: broker.partitions.map(({ partitionId, role, health }) => ({
            partitionId,
            role,
            health,
            state: 'active',
          })),
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
