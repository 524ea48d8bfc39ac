import { clientAction, clientCommand } from '../client/client-command.ts';
import { keyArgument } from '../options/argument-parsers.ts';
import type { CommandFactory } from './command-factory.ts';

export const resolve: CommandFactory = (context) =>
  clientCommand('resolve', 'Resolves an incident: the server tries again what failed.')
    .argument('<incident-key>', 'key of the incident', keyArgument('the incident key'))
    .action(
      clientAction(context, async ({ client, report }, _options, key: string) => {
        await client.send({ method: 'POST', path: `/incidents/${key}/resolution`, body: {} });
        report({ incidentKey: key }, `Resolved incident ${key}.`);
      }),
    );
