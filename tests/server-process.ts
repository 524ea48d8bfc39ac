import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { repositoryPath } from './repository-path.ts';

/** A server in a process of its own, as users run it. */
export interface ServerProcess {
  /** `http://host:port` */
  readonly rest: string;
  /** `host:port` */
  readonly grpc: string;
  /** `http://host:port` */
  readonly management: string;
  readonly dataFolder: string;
  /** Milliseconds from the start of the process to its being ready. */
  readonly readyAfterMs: number;
  /** What it wrote, for the message of a test that fails. */
  output(): string;
  /** Stops in order. @returns the exit code. */
  stop(): Promise<number | null>;
  /** `kill -9`; resolves when the process is gone. */
  kill(): Promise<void>;
}

export interface ServerProcessOptions {
  /** Default: a folder of its own, removed by `stop`. */
  readonly dataFolder?: string;
  /** Fixed ports, so that clients find a restarted server again. Default: any free ones. */
  readonly ports?: { readonly rest: number; readonly grpc: number; readonly management: number };
  /** Further flags. */
  readonly flags?: readonly string[];
}

/** Long enough for a busy machine; a server that needs it is a failure anyway. */
const READY_TIMEOUT_MS = 30_000;
/** An orderly stop that takes longer has got stuck. */
const STOP_TIMEOUT_MS = 20_000;
/** Output kept for messages. */
const OUTPUT_LENGTH_MAX = 20_000;

const mainScript = join(repositoryPath, 'packages/cli/bin/waggle.mjs');

/** Starts a server and resolves when it takes requests. @throws {Error} with its output, when it does not come up. */
export async function startServerProcess(options: ServerProcessOptions = {}): Promise<ServerProcess> {
  const ownFolder = options.dataFolder === undefined ? await mkdtemp(join(tmpdir(), 'waggle-e2e-')) : undefined;
  const dataFolder = options.dataFolder ?? ownFolder ?? '';
  const startMs = performance.now();
  const child = spawnServer(dataFolder, options);
  const output = collectOutput(child);
  const addresses = await untilReady(child, output);
  return {
    ...addresses,
    dataFolder,
    readyAfterMs: performance.now() - startMs,
    output,
    async stop() {
      const exitCode = await stopInOrder(child, output);
      if (ownFolder !== undefined) await rm(ownFolder, { recursive: true, force: true });
      return exitCode;
    },
    kill: () => killNow(child),
  };
}

/** Starts a server and kills it after a while, ready or not: recovery must survive being cut off, too. */
export async function startAndKillServerProcess(options: ServerProcessOptions, afterMs: number): Promise<void> {
  const child = spawnServer(options.dataFolder ?? '', options);
  child.stdout?.resume();
  child.stderr?.resume();
  await sleep(afterMs);
  await killNow(child);
}

function spawnServer(dataFolder: string, { ports, flags = [] }: ServerProcessOptions): ChildProcess {
  const { rest, grpc, management } = ports ?? { rest: 0, grpc: 0, management: 0 };
  return spawn(
    process.execPath,
    [
      mainScript,
      'start',
      ...['--data', dataFolder, '--log-format', 'json', '--disk-free-min-mb', '0'],
      ...['--rest-port', `${rest}`, '--grpc-port', `${grpc}`, '--management-port', `${management}`],
      ...flags,
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
}

async function killNow(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

function collectOutput(child: ChildProcess): () => string {
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      text = (text + chunk).slice(-OUTPUT_LENGTH_MAX);
    });
  }
  return () => text;
}

type Addresses = Pick<ServerProcess, 'rest' | 'grpc' | 'management'>;

function untilReady(child: ChildProcess, output: () => string): Promise<Addresses> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), READY_TIMEOUT_MS);
    const onData = (): void => {
      const addresses = readyAddresses(output());
      if (addresses === undefined) return;
      child.stdout?.off('data', onData);
      clearTimeout(timer);
      resolve(addresses);
    };
    child.stdout?.on('data', onData);
    child.on('exit', () => {
      clearTimeout(timer);
      reject(
        new Error(`Expected the server to become ready within ${READY_TIMEOUT_MS} ms, but it did not:\n${output()}`),
      );
    });
  });
}

function readyAddresses(output: string): Addresses | undefined {
  const line = /^\{.*"event":"ready".*\}$/m.exec(output)?.[0];
  if (line === undefined) return undefined;
  const { rest, grpc, management } = JSON.parse(line) as Addresses;
  return { rest, grpc, management };
}

async function stopInOrder(child: ChildProcess, output: () => string): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
  const [exitCode, signal] = await gone;
  clearTimeout(timer);
  if (signal === 'SIGKILL') {
    throw new Error(`Expected the server to stop within ${STOP_TIMEOUT_MS} ms, but it did not:\n${output()}`);
  }
  return exitCode;
}
