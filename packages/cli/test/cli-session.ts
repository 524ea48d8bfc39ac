import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { runCli } from '../src/run-cli.ts';
import { type RunningServer, startServer } from '../src/start/start-server.ts';

/** A server in memory and the command line before it. */
export interface CliSession {
  readonly server: RunningServer;
  /** Runs one command line against the server. */
  run(...args: readonly string[]): Promise<CliOutcome>;
  /** Runs it with `--json`. @returns the answer. @throws {Error} with what the user would read, when it fails. */
  answer(...args: readonly string[]): Promise<Readonly<Record<string, unknown>>>;
  close(): Promise<void>;
}

export interface CliOutcome {
  readonly exitCode: number;
  readonly output: string;
  readonly errors: string;
}

/** Models of the commands' tests. */
export const models = {
  oneTask: modelPath('one-task.bpmn'),
  messageWait: modelPath('message-wait.bpmn'),
  errorPath: modelPath('error-path.bpmn'),
  shipping: modelPath('shipping.dmn'),
  shippingExample: fileURLToPath(new URL('../../../examples/shipping/shipping.dmn', import.meta.url)),
};

export async function startCliSession(): Promise<CliSession> {
  const server = await startServer({
    dataFolder: undefined,
    host: '127.0.0.1',
    restPort: 0,
    grpcPort: 0,
    managementPort: 0,
    partitions: 1,
    exporters: [],
    diskFreeBytesMin: 0,
    logger: pino({ level: 'silent' }),
  });
  const run = (...args: readonly string[]) => runCommandLine(args, { WAGGLE_ADDRESS: server.addresses.rest });
  return {
    server,
    run,
    async answer(...args) {
      const { exitCode, output, errors } = await run(...args, '--json');
      if (exitCode !== 0) throw new Error(`Expected "${args.join(' ')}" to succeed, but: ${errors}`);
      return JSON.parse(output);
    },
    close: () => server.close(),
  };
}

/** Runs a command line and collects what the user would see. */
export async function runCommandLine(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<CliOutcome> {
  const output: string[] = [];
  let written = '';
  const errors: string[] = [];
  const exitCode = await runCli(args, {
    environment,
    isTerminal: false,
    print: (line) => output.push(line),
    write: async (text) => {
      written += text;
    },
    printError: (line) => errors.push(line),
  });
  return { exitCode, output: output.join('\n') + written, errors: errors.join('\n') };
}

function modelPath(name: string): string {
  return fileURLToPath(new URL(`../../../tests/processes/${name}`, import.meta.url));
}
