import { Command, CommanderError } from 'commander';
import type { CliContext } from './cli-context.ts';
import { CliError, type ExitCode, exitCodes } from './cli-error.ts';
import { commandGroups, topCommands } from './commands.ts';
import { version } from './version.ts';

/**
 * Runs one command line.
 * @param args without the program's own name.
 * @returns the exit code; what the user reads has been printed through the context.
 */
export async function runCli(args: readonly string[], context: CliContext): Promise<ExitCode> {
  try {
    await program(context).parseAsync(args, { from: 'user' });
    return exitCodes.ok;
  } catch (error) {
    if (error instanceof CliError) {
      context.printError(error.message);
      return error.exitCode;
    }
    // Commander has printed its message, or the help that was asked for.
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
    throw error;
  }
}

function program(context: CliContext): Command {
  const root = new Command('waggle')
    .description('Process orchestration: starts a server and talks to running ones.')
    .version(version, '--version', 'show the version');
  for (const create of topCommands) root.addCommand(create(context));
  for (const group of commandGroups) {
    const parent = root.command(group.name).description(group.description);
    for (const create of group.commands) parent.addCommand(create(context));
  }
  applyToAll(root, (command) =>
    command
      .exitOverride()
      .showHelpAfterError('Add --help to see what is possible.')
      .helpOption('--help', 'show this help')
      .helpCommand(false)
      .configureOutput({
        writeOut: (text) => context.print(text.trimEnd()),
        writeErr: (text) => context.printError(text.trimEnd()),
      }),
  );
  return root;
}

/** Commander hands settings down only to commands made by `command()`, not to those added. */
function applyToAll(command: Command, change: (command: Command) => void): void {
  change(command);
  for (const child of command.commands) applyToAll(child, change);
}
