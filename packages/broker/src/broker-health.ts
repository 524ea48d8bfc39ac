import type { PartitionHealth } from '@waggle/protocol';
import type { PartitionStatus } from './partition-link.ts';

export interface BrokerHealth {
  /** The start is over. */
  readonly startup: boolean;
  /** The process is worth keeping: not every partition is dead. */
  readonly liveness: boolean;
  /** Every partition takes commands. */
  readonly readiness: boolean;
  /** The worst of the components. */
  readonly status: PartitionHealth;
  readonly components: readonly {
    readonly name: string;
    readonly status: PartitionHealth;
    readonly message?: string;
  }[];
}

export function brokerHealth(broker: {
  readonly isStarted: boolean;
  readonly isClosing: boolean;
  readonly isDiskAvailable: boolean;
  readonly partitions: readonly { readonly partitionId: number; readonly status: PartitionStatus }[];
}): BrokerHealth {
  const components: BrokerHealth['components'] = [
    ...broker.partitions.map(({ partitionId, status }) => ({
      name: `partition-${partitionId}`,
      status: status.health,
      ...(status.message === undefined ? {} : { message: status.message }),
    })),
    broker.isDiskAvailable
      ? { name: 'disk', status: 'healthy' }
      : { name: 'disk', status: 'unhealthy', message: 'Free space is below the watermark: commands are refused' },
  ];
  const has = (health: PartitionHealth) => components.some(({ status }) => status === health);
  const isAnyAlive = broker.partitions.some(({ status }) => status.health !== 'dead');
  return {
    startup: broker.isStarted,
    liveness: isAnyAlive || !broker.isStarted,
    readiness: broker.isStarted && !broker.isClosing && !has('dead') && !has('unhealthy'),
    status: has('dead') ? 'dead' : has('unhealthy') ? 'unhealthy' : 'healthy',
    components,
  };
}
