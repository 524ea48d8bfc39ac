import { fieldsOf, listOf } from '../client/answer-field.ts';
import { clientAction, clientCommand } from '../client/client-command.ts';
import type { CommandFactory } from './command-factory.ts';

export const status: CommandFactory = (context) =>
  clientCommand('status', 'Shows the server: its version, partitions and their health.').action(
    clientAction(context, async ({ client, report }) => {
      const topology = await client.send({ method: 'GET', path: '/topology' });
      report(topology, describeTopology(topology));
    }),
  );

function describeTopology(topology: unknown): string {
  const { gatewayVersion, partitionsCount, replicationFactor } = fieldsOf(topology);
  const brokers = listOf(topology, 'brokers').flatMap((broker) => [
    `  broker ${broker.nodeId} at ${broker.host}:${broker.port}, version ${broker.version}`,
    ...listOf(broker, 'partitions').map(
      (partition) => `    partition ${partition.partitionId}: ${partition.role}, ${partition.health}`,
    ),
  ]);
  return [
    `Gateway ${gatewayVersion}, partitions: ${partitionsCount}, replicas of each: ${replicationFactor}`,
    ...brokers,
  ].join('\n');
}
