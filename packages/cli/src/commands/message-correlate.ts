import { fieldsOf } from '../client/answer-field.ts';
import { clientAction, clientCommand } from '../client/client-command.ts';
import { variablesArgument } from '../options/argument-parsers.ts';
import type { CommandFactory } from './command-factory.ts';

interface MessageCorrelateOptions {
  readonly correlationKey: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

export const messageCorrelate: CommandFactory = (context) =>
  clientCommand('correlate', 'Hands a message to what waits for it now, and says to which process instance.')
    .argument('<name>', 'name of the message')
    .option('--correlation-key <key>', 'value the waiting instance expects', '')
    .option('--variables <json>', 'variables it brings', variablesArgument)
    .action(
      clientAction(context, async ({ client, report }, options: MessageCorrelateOptions, name: string) => {
        const answer = await client.send({
          method: 'POST',
          path: '/messages/correlation',
          body: {
            name,
            correlationKey: options.correlationKey,
            ...(options.variables !== undefined && { variables: options.variables }),
          },
        });
        report(answer, `Correlated message ${name} to process instance ${fieldsOf(answer).processInstanceKey}.`);
      }),
    );
