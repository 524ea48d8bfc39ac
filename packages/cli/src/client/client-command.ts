import { Command, type OptionValues } from 'commander';
import type { CliContext } from '../cli-context.ts';
import { environmentVariableOf } from '../options/option-name.ts';
import { type RestClient, restClient } from './rest-client.ts';

const DEFAULT_ADDRESS = 'http://localhost:8080';

/** What the action of a command works with. */
export interface ClientSession {
  readonly client: RestClient;
  /** Whether the answer is wanted as JSON. */
  readonly isJson: boolean;
  /** Prints the outcome: the answer as JSON with `--json`, the sentence otherwise. */
  report(answer: unknown, sentence: string): void;
}

/** A command that talks to a running server: it knows `--address` and `--json`. */
export function clientCommand(name: string, description: string): Command {
  return addressOption(new Command(name).description(description)).option('--json', 'print the answer as JSON');
}

export function addressOption(command: Command): Command {
  return command.option(
    '--address <url>',
    `REST address of the server (env: ${environmentVariableOf('address')}, default: ${DEFAULT_ADDRESS})`,
  );
}

/** @param address as given on the command line. */
export function clientOf({ environment }: CliContext, address: string | undefined): RestClient {
  return restClient(address ?? environment[environmentVariableOf('address')] ?? DEFAULT_ADDRESS);
}

/** Turns what Commander hands to an action (arguments, options, command) into a session, options and arguments. */
export function clientAction<Options extends OptionValues, Arguments extends readonly unknown[]>(
  context: CliContext,
  action: (session: ClientSession, options: Options, ...args: Arguments) => Promise<void>,
): (...params: unknown[]) => Promise<void> {
  return async (...params) => {
    const options = params.at(-2) as Options & { readonly address?: string; readonly json?: true };
    const session: ClientSession = {
      client: clientOf(context, options.address),
      isJson: options.json === true,
      report: (answer, sentence) => context.print(options.json ? JSON.stringify(answer ?? {}, null, 2) : sentence),
    };
    await action(session, options, ...(params.slice(0, -2) as unknown as Arguments));
  };
}
