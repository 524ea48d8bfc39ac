import { clientAction, clientCommand } from '../client/client-command.ts';
import { keyArgument, variablesArgument } from '../options/argument-parsers.ts';
import type { CommandFactory } from './command-factory.ts';

interface JobThrowErrorOptions {
  readonly code: string;
  readonly message?: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

export const jobThrowError: CommandFactory = (context) =>
  clientCommand('throw-error', 'Throws a BPMN error from a job; an error event of the process catches it.')
    .argument('<job-key>', 'key of the job', keyArgument('the job key'))
    .requiredOption('--code <code>', 'error code, as the error event has it')
    .option('--message <text>', 'what happened')
    .option('--variables <json>', 'variables for the catching event', variablesArgument)
    .action(
      clientAction(context, async ({ client, report }, options: JobThrowErrorOptions, key: string) => {
        await client.send({
          method: 'POST',
          path: `/jobs/${key}/error`,
          body: {
            errorCode: options.code,
            ...(options.message !== undefined && { errorMessage: options.message }),
            ...(options.variables !== undefined && { variables: options.variables }),
          },
        });
        report({ jobKey: key, errorCode: options.code }, `Threw error ${options.code} from job ${key}.`);
      }),
    );
