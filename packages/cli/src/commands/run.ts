import { fieldsOf } from '../client/answer-field.ts';
import { clientAction, clientCommand } from '../client/client-command.ts';
import { integerArgument, nameListArgument, variablesArgument } from '../options/argument-parsers.ts';
import type { CommandFactory } from './command-factory.ts';

interface RunOptions {
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly processVersion?: number;
  readonly await?: true;
  readonly timeout?: number;
  readonly fetchVariables?: readonly string[];
}

export const run: CommandFactory = (context) =>
  clientCommand('run', 'Starts an instance of a process.')
    .argument('<process>', 'id of the process, as in its BPMN file')
    .option('--variables <json>', 'variables to start with', variablesArgument)
    .option('--process-version <n>', 'version to start; the latest without', integerArgument('--process-version', 1))
    .option('--await', 'wait until the instance is completed and show its variables')
    .option('--timeout <ms>', 'how long to wait with --await', integerArgument('--timeout', 1))
    .option('--fetch-variables <names>', 'with --await only these, separated by commas', nameListArgument)
    .action(
      clientAction(context, async ({ client, report }, options: RunOptions, processDefinitionId: string) => {
        const instance = await client.send({
          method: 'POST',
          path: '/process-instances',
          body: {
            processDefinitionId,
            variables: options.variables ?? {},
            ...(options.processVersion !== undefined && { processDefinitionVersion: options.processVersion }),
            ...(options.await && { awaitCompletion: true }),
            ...(options.timeout !== undefined && { requestTimeout: options.timeout }),
            ...(options.fetchVariables !== undefined && { fetchVariables: options.fetchVariables }),
          },
        });
        report(instance, options.await ? describeCompleted(instance) : describeStarted(instance));
      }),
    );

function describeStarted(instance: unknown): string {
  const { processInstanceKey, processDefinitionId, processDefinitionVersion } = fieldsOf(instance);
  return `Started process instance ${processInstanceKey} of ${processDefinitionId} version ${processDefinitionVersion}.`;
}

function describeCompleted(instance: unknown): string {
  const { processInstanceKey, variables } = fieldsOf(instance);
  return `Completed process instance ${processInstanceKey} with variables ${JSON.stringify(variables, null, 2)}`;
}
