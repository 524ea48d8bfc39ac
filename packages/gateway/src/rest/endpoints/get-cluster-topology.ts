import { ok } from '../answer.ts';
import { defineEndpoint, noBody } from '../endpoint.ts';
import { clusterTopologyResponse } from '../schemas/cluster-topology-response.ts';
import { NO_CHANGE_ID, topologyPartition } from '../topology-json.ts';

/** The whole cluster serves one tenant of this kind. */
const PHYSICAL_TENANT_ID = 'default';

export const getClusterTopology = defineEndpoint({
  method: 'GET',
  path: '/topology',
  prefix: '/cluster/v2',
  operationId: 'getClusterTopology',
  tag: 'Cluster',
  summary: 'Tells which brokers there are and which partitions of which physical tenant they lead or follow',
  since: '8.10',
  body: noBody,
  success: { status: 200, description: 'The cluster as this gateway knows it.', schema: clusterTopologyResponse },
  errors: [500],

  handle({ dispatch }) {
    const topology = dispatch.port.topology();
    return ok(
      JSON.stringify({
        brokers: topology.brokers.map(({ nodeId, host, port, version }) => ({
          brokerId: String(nodeId),
          host,
          port,
          version,
        })),
        clusterId: topology.clusterId === '' ? null : topology.clusterId,
        clusterSize: topology.clusterSize,
        gatewayVersion: topology.gatewayVersion,
        physicalTenants: [
          {
            physicalTenantId: PHYSICAL_TENANT_ID,
            partitionsCount: topology.partitionsCount,
            replicationFactor: topology.replicationFactor,
            lastCompletedChangeId: NO_CHANGE_ID,
            brokers: topology.brokers.map(({ nodeId, partitions }) => ({
              brokerId: String(nodeId),
              partitions: partitions.map(topologyPartition),
            })),
          },
        ],
      }),
    );
  },
});
