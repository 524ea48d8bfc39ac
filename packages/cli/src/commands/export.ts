import { Command, Option } from 'commander';
import { CliError } from '../cli-error.ts';
import { addressOption, clientOf } from '../client/client-command.ts';
import { objectArgument, sortArgument } from '../options/argument-parsers.ts';
import type { CommandFactory } from './command-factory.ts';

const formats = { csv: 'text/csv', ndjson: 'application/x-ndjson' } as const;

interface ExportCommandOptions {
  readonly address?: string;
  readonly format: keyof typeof formats;
  readonly filter?: Readonly<Record<string, unknown>>;
  readonly sort?: readonly { readonly field: string; readonly order: string }[];
  readonly limit?: number;
}

/** Named `exportSearch`, as `export` is a word of the language. */
export const exportSearch: CommandFactory = (context) =>
  addressOption(
    new Command('export')
      .description(
        'Writes all that a search finds to standard output, for spreadsheets (csv) or other programs (ndjson, one JSON object a line).',
      )
      .argument('<what>', 'as in the path of its search: process-instances, variables, jobs, incidents, user-tasks …'),
  )
    .addOption(new Option('--format <format>', 'csv or ndjson').choices(Object.keys(formats)).default('csv'))
    .option(
      '--filter <json>',
      'only what the filter of the search finds',
      objectArgument('--filter', '{"state": "ACTIVE"}'),
    )
    .option('--sort <fields>', 'fields to sort by, such as startDate:desc,processInstanceKey', sortArgument)
    .action(async (what: string, options: ExportCommandOptions) => {
      if (!/^[a-z-]+$/.test(what)) {
        throw new CliError(
          'INVALID_ARGUMENT',
          `Expected what to export, such as process-instances, but got "${what}".`,
        );
      }
      const { filter, sort, format } = options;
      const path = `/${what}/search`;
      const body = { ...(filter === undefined ? {} : { filter }), ...(sort === undefined ? {} : { sort }) };
      const chunks = clientOf(context, options.address).stream({ method: 'POST', path, body, accept: formats[format] });
      for await (const chunk of chunks) await context.write(chunk);
    });
