import type { Topology } from '@waggle/protocol';

/** Stands for "the cluster never changed". */
export const NO_CHANGE_ID = '-1';

type TopologyPartition = Topology['brokers'][number]['partitions'][number];

export function topologyPartition({ partitionId, role, health }: TopologyPartition) {
  return { partitionId, role, health, state: 'active' };
}
