import { clientAction, clientCommand } from '../client/client-command.ts';
import { keyArgument } from '../options/argument-parsers.ts';
import type { CommandFactory } from './command-factory.ts';

export const cancel: CommandFactory = (context) =>
  clientCommand('cancel', 'Cancels a process instance and everything it runs.')
    .argument('<process-instance-key>', 'key of the instance', keyArgument('the process instance key'))
    .action(
      clientAction(context, async ({ client, report }, _options, key: string) => {
        await client.send({ method: 'POST', path: `/process-instances/${key}/cancellation`, body: {} });
        report({ processInstanceKey: key }, `Cancelled process instance ${key}.`);
      }),
    );
