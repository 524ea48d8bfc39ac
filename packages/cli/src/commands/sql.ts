import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ReadOnlyDatabase, ReadOnlyResult } from '@waggle/secondary-storage';
import { Command } from 'commander';
import type { CliContext } from '../cli-context.ts';
import { CliError } from '../cli-error.ts';
import { environmentVariableOf } from '../options/option-name.ts';
import { startOptions } from '../options/start-options.ts';
import { jsonRows } from '../output/json-rows.ts';
import { textTable } from '../output/text-table.ts';
import type { CommandFactory } from './command-factory.ts';

interface SqlOptions {
  readonly database?: string;
  readonly data?: string;
  readonly json?: true;
}

export const sql: CommandFactory = (context) =>
  new Command('sql')
    .description(
      'Looks into the secondary storage with SQL, whether the server runs or not. Nothing can be changed. Without a statement it lists the tables.',
    )
    .argument('[statement]', 'one statement, such as "SELECT state, count(*) FROM process_instance GROUP BY state"')
    .option(
      '--database <sqlite|url>',
      `as of the server (env: ${environmentVariableOf('database')}, default: ${startOptions.database.default})`,
    )
    .option(
      '--data <dir>',
      `as of the server (env: ${environmentVariableOf('data')}, default: ${startOptions.data.default})`,
    )
    .option('--json', 'print the rows as JSON')
    .action(async (statement: string | undefined, options: SqlOptions) => {
      if (statement === undefined) {
        // Whole lists of columns: one writes the next statement from them.
        await printed(context, options, await tablesResult(), Number.POSITIVE_INFINITY);
        return;
      }
      const database = await opened(context, options);
      try {
        await printed(context, options, await database.query(statement));
      } catch (cause) {
        throw sqlError(cause);
      } finally {
        await database.close();
      }
    });

async function opened({ environment }: CliContext, options: SqlOptions): Promise<ReadOnlyDatabase> {
  const database = options.database ?? environment[environmentVariableOf('database')] ?? startOptions.database.default;
  // Only now: the drivers cost more than the rest of the command line.
  const { openPostgresReadOnly, openSqliteReadOnly } = await import('@waggle/secondary-storage');
  if (/^postgres(ql)?:/.test(database)) {
    try {
      return await openPostgresReadOnly(database);
    } catch (cause) {
      throw sqlError(cause);
    }
  }
  if (database !== 'sqlite') {
    throw new CliError(
      'INVALID_OPTION',
      'Expected --database to be sqlite or a URL such as postgres://user@host:5432/waggle.',
    );
  }
  const data = options.data ?? environment[environmentVariableOf('data')] ?? startOptions.data.default;
  const path = join(resolve(data), 'secondary-storage', 'waggle.db');
  if (!existsSync(path)) {
    throw new CliError(
      'UNREADABLE_FILE',
      `Expected a database at ${path}, but there is none. Name the data folder of the server with --data, or its database with --database.`,
    );
  }
  return openSqliteReadOnly(path);
}

async function tablesResult(): Promise<ReadOnlyResult> {
  const { tables } = await import('@waggle/secondary-storage');
  const rows = Object.values(tables)
    .map(({ name, columns }) => [name, Object.keys(columns).join(', ')])
    .sort(([one = ''], [other = '']) => (one < other ? -1 : 1));
  return { columns: ['table', 'columns'], rows };
}

async function printed(
  context: CliContext,
  { json }: SqlOptions,
  result: ReadOnlyResult,
  cellLengthMax?: number,
): Promise<void> {
  for await (const text of json ? jsonRows(result) : textTable(result, cellLengthMax)) await context.write(text);
}

function sqlError(cause: unknown): unknown {
  return cause instanceof Error && cause.name === 'SecondaryStorageError'
    ? new CliError('REQUEST_REJECTED', cause.message, { cause })
    : cause;
}
