/** What a command sees of the world around the process; tests hand in their own. */
export interface CliContext {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Standard output goes to a person's terminal, not to a file or another program. */
  readonly isTerminal: boolean;
  /** Writes a line of results to standard output. */
  print(line: string): void;
  /** Writes a line about what went wrong to standard error. */
  printError(line: string): void;
}

export function processContext(): CliContext {
  return {
    environment: process.env,
    isTerminal: process.stdout.isTTY === true,
    print: (line) => process.stdout.write(`${line}\n`),
    printError: (line) => process.stderr.write(`${line}\n`),
  };
}
