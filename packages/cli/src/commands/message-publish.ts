import { fieldsOf } from '../client/answer-field.ts';
import { clientAction, clientCommand } from '../client/client-command.ts';
import { integerArgument, variablesArgument } from '../options/argument-parsers.ts';
import type { CommandFactory } from './command-factory.ts';

interface MessagePublishOptions {
  readonly correlationKey: string;
  readonly ttl: number;
  readonly messageId?: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

export const messagePublish: CommandFactory = (context) =>
  clientCommand('publish', 'Publishes a message; it is kept for its time to live until something waits for it.')
    .argument('<name>', 'name of the message')
    .option('--correlation-key <key>', 'value the waiting instance expects', '')
    .option('--ttl <ms>', 'how long it is kept', integerArgument('--ttl', 0), 0)
    .option('--message-id <id>', 'refuses a second message with the same id while the first is kept')
    .option('--variables <json>', 'variables it brings', variablesArgument)
    .action(
      clientAction(context, async ({ client, report }, options: MessagePublishOptions, name: string) => {
        const answer = await client.send({
          method: 'POST',
          path: '/messages/publication',
          body: {
            name,
            correlationKey: options.correlationKey,
            timeToLive: options.ttl,
            ...(options.messageId !== undefined && { messageId: options.messageId }),
            ...(options.variables !== undefined && { variables: options.variables }),
          },
        });
        report(answer, `Published message ${name} with key ${fieldsOf(answer).messageKey}.`);
      }),
    );
