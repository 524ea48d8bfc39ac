import { clientAction, clientCommand } from '../client/client-command.ts';
import { integerArgument, keyArgument, variablesArgument } from '../options/argument-parsers.ts';
import type { CommandFactory } from './command-factory.ts';

interface JobFailOptions {
  readonly retries: number;
  readonly message?: string;
  readonly backOff: number;
  readonly variables?: Readonly<Record<string, unknown>>;
}

export const jobFail: CommandFactory = (context) =>
  clientCommand('fail', 'Fails a job: it is tried again, or raises an incident when no retries are left.')
    .argument('<job-key>', 'key of the job', keyArgument('the job key'))
    .option('--retries <n>', 'how often to try again; 0 raises an incident', integerArgument('--retries', 0), 0)
    .option('--message <text>', 'why it failed')
    .option('--back-off <ms>', 'time before the next try', integerArgument('--back-off', 0), 0)
    .option('--variables <json>', 'variables to set on the element', variablesArgument)
    .action(
      clientAction(context, async ({ client, report }, options: JobFailOptions, key: string) => {
        await client.send({
          method: 'POST',
          path: `/jobs/${key}/failure`,
          body: {
            retries: options.retries,
            retryBackOff: options.backOff,
            ...(options.message !== undefined && { errorMessage: options.message }),
            ...(options.variables !== undefined && { variables: options.variables }),
          },
        });
        report({ jobKey: key, retries: options.retries }, `Failed job ${key}, retries left: ${options.retries}.`);
      }),
    );
