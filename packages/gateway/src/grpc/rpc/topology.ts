import type { PartitionHealth, PartitionRole } from '@waggle/protocol';
import { unaryRpc } from '../rpc-handler.ts';

/** `Partition.PartitionBrokerRole`. */
const roleCodes: Readonly<Record<PartitionRole, number>> = { leader: 0, follower: 1, inactive: 2 };

/** `Partition.PartitionBrokerHealth`. */
const healthCodes: Readonly<Record<PartitionHealth, number>> = { healthy: 0, unhealthy: 1, dead: 2 };

/** Answers from what the gateway knows, whatever the state of the partitions. */
export const topology = unaryRpc(async (_request: object, { port }) => {
  const { brokers, ...cluster } = port.topology();
  return {
    ...cluster,
    brokers: brokers.map((broker) => ({
      ...broker,
      partitions: broker.partitions.map(({ partitionId, role, health }) => ({
        partitionId,
        role: roleCodes[role],
        health: healthCodes[health],
      })),
    })),
  };
});
