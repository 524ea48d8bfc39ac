/** All clients that watch: who is told what, and what the source has to tell. */
import type { Key, StoredChanges } from '@waggle/protocol';
import { Change } from './change.ts';
import type { ChangeSource } from './change-source.ts';
import { ChangeStream } from './change-stream.ts';

/** Clients at a time. Each keeps a connection open and is written to ten times a second while much happens. */
export const CHANGE_CLIENTS_MAX = 500;
/** Ms between signs of life: well below the minute after which proxies give up silent connections. */
export const ALIVE_INTERVAL_MS = 15_000;

interface Client {
  readonly stream: ChangeStream;
  /** `undefined` = everything. */
  readonly processInstanceKey: Key | undefined;
}

export class ChangeHub {
  readonly clientsMax: number;
  readonly #source: ChangeSource | undefined;
  readonly #clients = new Set<Client>();
  /** Those who watch everything are not among them. */
  readonly #ofInstances = new Map<Key, Set<Client>>();
  /** Resolves when nothing of what is watched is missed. */
  #watching: Promise<void> = Promise.resolve();
  #everythingCount = 0;
  #timer: NodeJS.Timeout | undefined;
  #isClosed = false;

  /** @param source `undefined` = nothing is ever told; clients are told that. */
  constructor(source: ChangeSource | undefined, { clientsMax = CHANGE_CLIENTS_MAX } = {}) {
    this.#source = source;
    this.clientsMax = clientsMax;
    source?.onChanges((changes) => this.#tell(changes));
  }

  get clientCount(): number {
    return this.#clients.size;
  }

  /**
   * A stream for one more client, to be destroyed when that is gone.
   * @param processInstanceKey only changes of this instance; default all.
   * @returns `undefined` = there are as many clients as there may be.
   */
  open(processInstanceKey?: Key): ChangeStream | undefined {
    if (this.#clients.size >= this.clientsMax) return undefined;
    const stream = new ChangeStream(() => this.#remove(client));
    const client: Client = { stream, processInstanceKey };
    if (this.#isClosed) {
      stream.end();
      return stream;
    }
    this.#add(client);
    return stream;
  }

  /** Ends all streams, now and from now on. */
  close(): void {
    this.#isClosed = true;
    clearInterval(this.#timer);
    for (const { stream } of this.#clients) stream.end();
  }

  #add(client: Client): void {
    const { stream, processInstanceKey: key } = client;
    this.#clients.add(client);
    this.#timer ??= setInterval(() => {
      for (const each of this.#clients) each.stream.alive();
    }, ALIVE_INTERVAL_MS);
    if (key === undefined) {
      if (this.#everythingCount++ === 0) this.#watch();
    } else {
      const clients = this.#ofInstances.get(key);
      if (clients === undefined) {
        this.#ofInstances.set(key, new Set([client]));
        this.#watch();
      } else clients.add(client);
    }
    if (this.#source === undefined) stream.ready({ isLive: false });
    else void this.#watching.then(() => stream.ready({ isLive: true }));
  }

  #remove(client: Client): void {
    const { processInstanceKey: key } = client;
    if (!this.#clients.delete(client)) return;
    if (this.#clients.size === 0) {
      clearInterval(this.#timer);
      this.#timer = undefined;
    }
    if (key === undefined) {
      if (--this.#everythingCount === 0) this.#watch();
      return;
    }
    const clients = this.#ofInstances.get(key)!;
    clients.delete(client);
    if (clients.size > 0) return;
    this.#ofInstances.delete(key);
    this.#watch();
  }

  #watch(): void {
    if (this.#source === undefined) return;
    this.#watching = this.#source.watch({
      isEverything: this.#everythingCount > 0,
      processInstanceKeys: [...this.#ofInstances.keys()],
    });
  }

  #tell({ everything, ofInstances }: StoredChanges): void {
    if (everything !== undefined && this.#everythingCount > 0) {
      const change = new Change(everything);
      for (const { stream, processInstanceKey } of this.#clients) {
        if (processInstanceKey === undefined) stream.add(change);
      }
    }
    for (const [key, valueTypes] of ofInstances) {
      const clients = this.#ofInstances.get(key);
      if (clients === undefined) continue;
      const change = new Change({ valueTypes, processInstanceKeys: [key] });
      for (const { stream } of clients) stream.add(change);
    }
  }
}
