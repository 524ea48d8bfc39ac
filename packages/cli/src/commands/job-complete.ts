import { clientAction, clientCommand } from '../client/client-command.ts';
import { keyArgument, variablesArgument } from '../options/argument-parsers.ts';
import type { CommandFactory } from './command-factory.ts';

interface JobCompleteOptions {
  readonly variables?: Readonly<Record<string, unknown>>;
}

export const jobComplete: CommandFactory = (context) =>
  clientCommand('complete', 'Completes a job; its element goes on.')
    .argument('<job-key>', 'key of the job', keyArgument('the job key'))
    .option('--variables <json>', 'variables the job results in', variablesArgument)
    .action(
      clientAction(context, async ({ client, report }, options: JobCompleteOptions, key: string) => {
        await client.send({
          method: 'POST',
          path: `/jobs/${key}/completion`,
          body: { variables: options.variables ?? {} },
        });
        report({ jobKey: key }, `Completed job ${key}.`);
      }),
    );
