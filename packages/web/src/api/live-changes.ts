/**
 * Keeps what is shown fresh. The server tells over one stream what has changed, as soon as searches see it; the queries
 * concerned are asked again, never more often than the server answers them easily. Without the stream (an older proxy,
 * no secondary storage) they are asked at intervals.
 */
import type { Query, QueryClient } from '@tanstack/react-query';

/** What makes a query's answer old. */
export interface LiveMeta {
  /** Value types of records, as exporters spell them: `PROCESS_INSTANCE`. */
  readonly valueTypes: readonly string[];
  /** Only changes of this instance. */
  readonly processInstanceKey?: string;
}

/** `live`: told of changes. `polling`: asking. `offline`: the server does not answer. */
export type Connection = 'connecting' | 'live' | 'polling' | 'offline';

interface Change {
  readonly valueTypes: readonly string[];
  /** `null` = more than can be listed. */
  readonly processInstanceKeys: readonly string[] | null;
}

const CHANGES_ADDRESS = '/waggle/v1/changes';
/** Nobody reads faster. */
const REFRESH_INTERVAL_MS = 500;
/** On a busy server a query is asked at most for this part of the time. */
const LOAD_SHARE_MAX = 0.1;
const POLL_INTERVAL_MS = 5_000;
const RECONNECT_MS_MIN = 1_000;
/** Few look at a server at a time: asking is cheap, waiting is not. */
const RECONNECT_MS_MAX = 4_000;

export class LiveChanges {
  readonly #queries: QueryClient;
  readonly #listeners = new Set<() => void>();
  #connection: Connection = 'connecting';
  #source: EventSource | undefined;
  #hasBeenReady = false;
  #reconnectMs = RECONNECT_MS_MIN;
  #reconnectTimer: ReturnType<typeof setTimeout> | undefined;
  #pollTimer: ReturnType<typeof setInterval> | undefined;
  #refreshTimer: ReturnType<typeof setTimeout> | undefined;
  readonly #waiting = new Set<Query>();
  #keepers = 0;
  #offlineSince: string | undefined;

  constructor(queries: QueryClient) {
    this.#queries = queries;
  }

  get connection(): Connection {
    return this.#connection;
  }

  /** When the server did not answer any more, RFC 3339; `undefined` = it does. */
  get offlineSince(): string | undefined {
    return this.#offlineSince;
  }

  /** Fits React's `useSyncExternalStore`. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  start(): void {
    document.addEventListener('visibilitychange', this.#onVisibility);
    globalThis.addEventListener('online', this.reconnect);
    this.#connect();
  }

  stop(): void {
    document.removeEventListener('visibilitychange', this.#onVisibility);
    globalThis.removeEventListener('online', this.reconnect);
    this.#disconnect();
    clearTimeout(this.#refreshTimer);
  }

  /** Tries at once; for the button beside "offline". */
  readonly reconnect = (): void => {
    this.#disconnect();
    this.#reconnectMs = RECONNECT_MS_MIN;
    this.#connect();
  };

  /** Stays connected even when nobody looks: somebody wants to be called. @returns a function that ends it. */
  readonly keepWhileHidden = (): (() => void) => {
    this.#keepers += 1;
    return () => {
      this.#keepers -= 1;
    };
  };

  readonly #onVisibility = (): void => {
    if (document.hidden && this.#keepers > 0) return;
    if (document.hidden) {
      // Browsers keep few connections to a server; a tab nobody looks at needs none.
      this.#disconnect();
    } else {
      this.#connect();
      this.#refreshAll();
    }
  };

  #connect(): void {
    if ((document.hidden && this.#keepers === 0) || this.#source !== undefined) return;
    const source = new EventSource(CHANGES_ADDRESS);
    this.#source = source;
    source.addEventListener('ready', (event) => {
      const { isLive } = JSON.parse(event.data) as { isLive: boolean };
      const wasAway = this.#connection === 'offline';
      this.#reconnectMs = RECONNECT_MS_MIN;
      if (isLive) {
        this.#stopPolling();
        this.#become('live');
      } else {
        source.close();
        this.#poll();
      }
      // What changed while there was no stream was not told.
      if (wasAway || this.#hasBeenReady) this.#refreshAll();
      this.#hasBeenReady = true;
    });
    source.addEventListener('change', (event) => this.#changed(JSON.parse(event.data) as Change));
    source.addEventListener('error', () => {
      source.close();
      if (this.#source !== source) return;
      this.#source = undefined;
      void this.#lost();
    });
  }

  async #lost(): Promise<void> {
    // The stream tells no reason: another request does.
    const isThere = await fetch('/v2/license').then(
      ({ status }) => status < 500,
      () => false,
    );
    if (isThere) this.#poll();
    else this.#become('offline');
    clearTimeout(this.#reconnectTimer);
    this.#reconnectTimer = setTimeout(() => this.#connect(), this.#reconnectMs);
    this.#reconnectMs = Math.min(this.#reconnectMs * 2, RECONNECT_MS_MAX);
  }

  #disconnect(): void {
    clearTimeout(this.#reconnectTimer);
    this.#stopPolling();
    this.#source?.close();
    this.#source = undefined;
  }

  #poll(): void {
    if (this.#connection === 'offline') this.#refreshAll();
    this.#become('polling');
    this.#pollTimer ??= setInterval(() => this.#refreshAll(), POLL_INTERVAL_MS);
  }

  #stopPolling(): void {
    clearInterval(this.#pollTimer);
    this.#pollTimer = undefined;
  }

  #changed(change: Change): void {
    for (const query of this.#queries.getQueryCache().getAll()) {
      if (isConcerned(query, change)) this.#waiting.add(query);
    }
    this.#refreshTimer ??= setTimeout(() => this.#refreshWaiting(), REFRESH_INTERVAL_MS);
  }

  #refreshWaiting(): void {
    this.#refreshTimer = undefined;
    const now = Date.now();
    for (const query of this.#waiting) {
      // One that is being asked may miss the change: it is asked again when it is done.
      if (query.state.fetchStatus !== 'idle' || now < this.#nextTurnOf(query)) continue;
      this.#waiting.delete(query);
      this.#refresh(query);
    }
    if (this.#waiting.size > 0) this.#refreshTimer = setTimeout(() => this.#refreshWaiting(), REFRESH_INTERVAL_MS);
  }

  readonly #costs = new WeakMap<Query, { endedAt: number; tookMs: number }>();

  #nextTurnOf(query: Query): number {
    const cost = this.#costs.get(query);
    return cost === undefined ? 0 : cost.endedAt + cost.tookMs / LOAD_SHARE_MAX;
  }

  #refresh(query: Query): void {
    const startedAt = Date.now();
    void this.#queries.invalidateQueries({ predicate: (candidate) => candidate === query }).then(() => {
      this.#costs.set(query, { endedAt: Date.now(), tookMs: Date.now() - startedAt });
    });
  }

  #refreshAll(): void {
    // What could not be asked is asked again, even what never changes.
    void this.#queries.invalidateQueries({
      predicate: (query) => isLiveQuery(query) || query.state.status === 'error',
    });
  }

  #become(connection: Connection): void {
    if (this.#connection === connection) return;
    this.#connection = connection;
    this.#offlineSince = connection === 'offline' ? new Date().toISOString() : undefined;
    for (const listener of this.#listeners) listener();
  }
}

export function isLiveQuery(query: Query): boolean {
  return liveMetaOf(query) !== undefined;
}

function isConcerned(query: Query, { valueTypes, processInstanceKeys }: Change): boolean {
  const live = liveMetaOf(query);
  if (live === undefined || !live.valueTypes.some((type) => valueTypes.includes(type))) return false;
  return (
    live.processInstanceKey === undefined ||
    processInstanceKeys === null ||
    processInstanceKeys.includes(live.processInstanceKey)
  );
}

function liveMetaOf(query: Query): LiveMeta | undefined {
  return query.meta?.live as LiveMeta | undefined;
}
