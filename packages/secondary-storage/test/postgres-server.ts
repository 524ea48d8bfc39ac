/**
 * A PostgreSQL server of its own, in a temporary folder, on a free port of this machine.
 *
 * 1. Anybody on this machine may connect as `waggle`; the user `secured` needs the password `secret`.
 * 2. It does not run as root: PostgreSQL refuses that.
 * 3. What is committed need not survive a power failure, as the machine itself is not what fails here; it survives the
 *    death of all processes.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { ensurePostgresPrograms } from './postgres-programs.ts';

const START_TIMEOUT_MS = 30_000;
const PROBE_MS = 30;

export interface PostgresServer {
  /** Of the database that is there from the start. */
  readonly url: string;
  readonly host: string;
  readonly port: number;
  /** Another user's URL, or that of another database. */
  urlOf(options: { readonly user?: string; readonly password?: string; readonly database?: string }): string;
  /** Ends all its processes at once, as `kill -9` or a failing machine does. */
  kill(): Promise<void>;
  /** Starts it again, on the same port and data. */
  restart(): Promise<void>;
  /** Stops it and removes its data. */
  stop(): Promise<void>;
}

export interface PostgresOptions {
  /** For the data; removed in the end unless given. */
  readonly folder?: string;
  /** Settings of the server: `{ shared_buffers: '1GB' }`. */
  readonly settings?: Readonly<Record<string, string>>;
}

export async function startPostgres(options: PostgresOptions = {}): Promise<PostgresServer> {
  const programs = ensurePostgresPrograms();
  const user = unprivilegedUser();
  const parent = options.folder ?? mkdtempSync(join(tmpdir(), 'waggle-postgres-'));
  const data = join(parent, 'data');
  if (user !== undefined) chownSync(parent, user.uid, user.gid);
  const isNew = !existsSync(join(data, 'PG_VERSION'));
  if (isNew) {
    mkdirSync(data, { recursive: true });
    if (user !== undefined) chownSync(data, user.uid, user.gid);
    execFileSync(
      join(programs, 'initdb'),
      ['-D', data, '-U', 'waggle', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync', '--no-instructions'],
      { ...user, cwd: parent, stdio: ['ignore', 'ignore', 'inherit'] },
    );
    // The first line that fits decides.
    writeFileSync(
      join(data, 'pg_hba.conf'),
      'host all secured 127.0.0.1/32 scram-sha-256\nhost all all 127.0.0.1/32 trust\n',
    );
  }
  const port = await freePort();
  const server = new RunningPostgres({ programs, data, parent, port, user, options });
  await server.restart();
  if (isNew) await server.prepare();
  return server;
}

interface RunningOptions {
  readonly programs: string;
  readonly data: string;
  readonly parent: string;
  readonly port: number;
  readonly user: { readonly uid: number; readonly gid: number } | undefined;
  readonly options: PostgresOptions;
}

class RunningPostgres implements PostgresServer {
  readonly host = '127.0.0.1';
  readonly port: number;
  readonly #running: RunningOptions;
  #process: ChildProcess | undefined;

  constructor(running: RunningOptions) {
    this.#running = running;
    this.port = running.port;
  }

  get url(): string {
    return this.urlOf({});
  }

  urlOf(options: { readonly user?: string; readonly password?: string; readonly database?: string }): string {
    const { user = 'waggle', password, database = 'waggle' } = options;
    const credentials = password === undefined ? user : `${user}:${encodeURIComponent(password)}`;
    return `postgres://${credentials}@${this.host}:${this.port}/${database}`;
  }

  async prepare(): Promise<void> {
    await this.#execute(this.urlOf({ database: 'postgres' }), 'CREATE DATABASE waggle');
    await this.#execute(this.url, "CREATE ROLE secured LOGIN PASSWORD 'secret'");
  }

  async kill(): Promise<void> {
    const killed = this.#process;
    if (killed?.pid === undefined) return;
    const exited = once(killed, 'exit');
    // Its processes are a group of their own.
    process.kill(-killed.pid, 'SIGKILL');
    await exited;
    this.#process = undefined;
  }

  async restart(): Promise<void> {
    const { programs, data, parent, port, user, options } = this.#running;
    const settings = {
      listen_addresses: this.host,
      port: String(port),
      unix_socket_directories: '',
      fsync: 'off',
      full_page_writes: 'off',
      max_connections: '100',
      ...options.settings,
    };
    const started = spawn(
      join(programs, 'postgres'),
      ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
      { ...user, cwd: parent, stdio: ['ignore', 'ignore', 'pipe'], detached: true },
    );
    let messages = '';
    started.stderr.on('data', (chunk: Buffer) => {
      messages = (messages + chunk.toString()).slice(-4_000);
    });
    this.#process = started;
    const deadlineMs = performance.now() + START_TIMEOUT_MS;
    while (!(await this.#answers())) {
      if (started.exitCode !== null || performance.now() > deadlineMs) {
        throw new Error(`Expected PostgreSQL to start, but it did not:\n${messages}`);
      }
      await new Promise((resolve) => setTimeout(resolve, PROBE_MS));
    }
  }

  async stop(): Promise<void> {
    const stopped = this.#process;
    if (stopped !== undefined) {
      const exited = once(stopped, 'exit');
      stopped.kill('SIGINT');
      await exited;
      this.#process = undefined;
    }
    if (this.#running.options.folder === undefined) rmSync(this.#running.parent, { recursive: true, force: true });
  }

  async #answers(): Promise<boolean> {
    try {
      await this.#execute(this.urlOf({ database: 'postgres' }), 'SELECT 1');
      return true;
    } catch {
      return false;
    }
  }

  async #execute(url: string, sql: string): Promise<void> {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.query(sql);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

/** `undefined` when this process is not root's and may start it as it is. */
function unprivilegedUser(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const idOf = (option: string) => Number(execFileSync('id', [option, 'nobody'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('Expected a port, but the system gave none');
  return address.port;
}
