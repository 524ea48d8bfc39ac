import { once } from 'node:events';

/** What a command sees of the world around the process; tests hand in their own. */
export interface CliContext {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Standard output goes to a person's terminal, not to a file or another program. */
  readonly isTerminal: boolean;
  /** Writes a line of results to standard output. */
  print(line: string): void;
  /** Writes a part of a long result to standard output; resolves when there is room for the next. */
  write(text: string): Promise<void>;
  /** Writes a line about what went wrong to standard error. */
  printError(line: string): void;
}

export function processContext(): CliContext {
  return {
    environment: process.env,
    isTerminal: process.stdout.isTTY === true,
    print: (line) => process.stdout.write(`${line}\n`),
    async write(text) {
      if (!process.stdout.write(text)) await once(process.stdout, 'drain');
    },
    printError: (line) => process.stderr.write(`${line}\n`),
  };
}
