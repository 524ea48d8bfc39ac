import type { Broker } from '@waggle/broker';
import type { HealthComponent, HealthGroup, HealthSource, HealthStatus } from '@waggle/gateway';
import type { PartitionHealth } from '@waggle/protocol';

const statusOf: Readonly<Record<PartitionHealth, HealthStatus>> = { healthy: 'UP', unhealthy: 'DOWN', dead: 'DOWN' };

/** The broker's health in the words of probes. @param broker `undefined` while it is starting. */
export function brokerHealthSource(broker: () => Broker | undefined): HealthSource {
  return {
    components: (group) => {
      const running = broker();
      return running === undefined ? [startingComponent(group)] : componentsOf(running, group);
    },
  };
}

/** A server that folds its log is not ready, but nothing is wrong with it: a probe must not kill it for that. */
function startingComponent(group: HealthGroup): HealthComponent {
  return {
    name: 'broker',
    status: group === 'liveness' ? 'UP' : 'DOWN',
    details: { message: 'The broker is starting' },
  };
}

function componentsOf(broker: Broker, group: HealthGroup): readonly HealthComponent[] {
  const health = broker.health();
  switch (group) {
    case 'startup':
    case 'liveness':
    case 'readiness':
      return [{ name: 'broker', status: health[group] ? 'UP' : 'DOWN' }];
    // One working partition is enough for the server to be of use.
    case 'status':
      return [
        {
          name: 'partitions',
          status: broker.topology().brokers.some(({ partitions }) => partitions.some((one) => one.health === 'healthy'))
            ? 'UP'
            : 'DOWN',
        },
      ];
    case 'all':
      return health.components.map(({ name, status, message }) => ({
        name,
        status: statusOf[status],
        ...(message !== undefined && { details: { message } }),
      }));
  }
}
