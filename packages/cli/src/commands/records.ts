import { fieldsOf } from '../client/answer-field.ts';
import { clientAction, clientCommand } from '../client/client-command.ts';
import { integerArgument, keyArgument } from '../options/argument-parsers.ts';
import type { CommandFactory } from './command-factory.ts';

interface RecordsOptions {
  readonly after?: number;
}

export const records: CommandFactory = (context) =>
  clientCommand('records', 'Shows what was recorded of a process instance, in order.')
    .argument('<process-instance-key>', 'key of the instance', keyArgument('the process instance key'))
    .option('--after <position>', 'only records behind this position', integerArgument('--after', 0))
    .action(
      clientAction(context, async ({ client, isJson }, options: RecordsOptions, key: string) => {
        for (let after: string | undefined = String(options.after ?? 0); after !== undefined; ) {
          const { text, headers } = await client.read(
            `/waggle/v1/process-instances/${key}/records?after=${encodeURIComponent(after)}`,
          );
          const lines = text.split('\n').filter((line) => line !== '');
          for (const line of lines) context.print(isJson ? line : describeRecord(line));
          after = headers.get('waggle-next-position') ?? undefined;
        }
      }),
    );

function describeRecord(line: string): string {
  const { position, timestamp, recordType, valueType, intent, rejectionReason, value } = fieldsOf(JSON.parse(line));
  const { elementId, name } = fieldsOf(value);
  return [
    String(position).padStart(8),
    new Date(Number(timestamp)).toISOString(),
    recordType === 'EVENT' ? undefined : recordType,
    valueType,
    intent,
    elementId ?? name,
    rejectionReason === '' ? undefined : `(${String(rejectionReason)})`,
  ]
    .filter((part) => part !== undefined)
    .join('  ');
}
