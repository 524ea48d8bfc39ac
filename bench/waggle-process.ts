/** The real server, `waggle start`, in a process of its own. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ProcessUsage } from './remote/process-usage.ts';
import { RemoteProcess } from './remote/remote-process.ts';
import { repositoryPath } from './repository-path.ts';

const script = pathToFileURL(join(repositoryPath, 'packages/cli/bin/waggle.mjs'));
const probe = new URL('./remote/usage-probe.mjs', import.meta.url).href;

export interface WaggleAddresses {
  /** `http://host:port` */
  readonly rest: string;
  /** `host:port` */
  readonly grpc: string;
  /** `http://host:port` */
  readonly management: string;
}

export class WaggleProcess {
  readonly addresses: WaggleAddresses;
  /** From the start of the process to the line that says it is ready. */
  readonly readyAfterMs: number;
  readonly #process: RemoteProcess;

  /** Starts a server on free ports. */
  static async start(dataFolder: string, execArgv: readonly string[] = []): Promise<WaggleProcess> {
    const startMs = performance.now();
    const remote = await RemoteProcess.start(script, {
      args: [
        'start',
        ...['--data', dataFolder, '--log-format', 'json', '--disk-free-min-mb', '0'],
        ...['--rest-port', '0', '--grpc-port', '0', '--management-port', '0'],
      ],
      execArgv: ['--import', probe, ...execArgv],
    });
    const [line] = await remote.untilOutput(/^\{.*"event":"ready".*\}$/m);
    return new WaggleProcess(remote, JSON.parse(line) as WaggleAddresses, performance.now() - startMs);
  }

  private constructor(remote: RemoteProcess, addresses: WaggleAddresses, readyAfterMs: number) {
    this.#process = remote;
    this.addresses = addresses;
    this.readyAfterMs = readyAfterMs;
  }

  usage(): Promise<ProcessUsage> {
    return this.#process.call('usage');
  }

  /** Stops in order: the data folder has a checkpoint then. */
  stop(): Promise<void> {
    return this.#process.stop();
  }
}
