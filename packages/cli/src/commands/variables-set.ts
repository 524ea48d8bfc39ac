import { clientAction, clientCommand } from '../client/client-command.ts';
import { keyArgument, variablesArgument } from '../options/argument-parsers.ts';
import type { CommandFactory } from './command-factory.ts';

interface VariablesSetOptions {
  readonly variables: Readonly<Record<string, unknown>>;
  readonly local?: true;
}

export const variablesSet: CommandFactory = (context) =>
  clientCommand('set', 'Sets variables of a process instance or of one of its elements.')
    .argument(
      '<element-instance-key>',
      'key of the process or element instance',
      keyArgument('the element instance key'),
    )
    .requiredOption('--variables <json>', 'variables to set', variablesArgument)
    .option('--local', 'set them on this element itself, not where they are already defined above it')
    .action(
      clientAction(context, async ({ client, report }, options: VariablesSetOptions, key: string) => {
        await client.send({
          method: 'PUT',
          path: `/element-instances/${key}/variables`,
          body: { variables: options.variables, local: options.local === true },
        });
        const names = Object.keys(options.variables).join(', ');
        report({ elementInstanceKey: key, variables: options.variables }, `Set ${names} on ${key}.`);
      }),
    );
