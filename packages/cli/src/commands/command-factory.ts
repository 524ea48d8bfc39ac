import type { Command } from 'commander';
import type { CliContext } from '../cli-context.ts';

/** Makes one command of the command line. */
export type CommandFactory = (context: CliContext) => Command;
