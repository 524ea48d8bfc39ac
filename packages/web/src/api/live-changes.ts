/**
 * Keeps what is shown fresh. The server tells over one stream what has changed, as soon as searches see it; the queries
 * concerned are asked again, never more often than the server answers them easily. Without the stream (an older proxy,
 * no secondary storage) they are asked at intervals.
 */
import type { Query, QueryClient } from '@tanstack/react-query';
import type { ValueTypeName } from '@waggle/protocol';
import { ChangeListener } from './change-listener.ts';
import type { Change, ChangeMessage, Connection } from './change-stream.ts';

/** What makes a query's answer old. */
export interface LiveMeta {
  /** Value types of records, as exporters spell them: `PROCESS_INSTANCE`. */
  readonly valueTypes: readonly ValueTypeName[];
  /** Only changes of this instance. */
  readonly processInstanceKey?: string;
}

/** Nobody reads faster. */
const REFRESH_INTERVAL_MS = 500;
/** Of a window nobody looks at, which is to call somebody all the same. */
const HIDDEN_REFRESH_INTERVAL_MS = 5_000;
/** On a busy server a query is asked at most for this part of the time. */
const LOAD_SHARE_MAX = 0.1;
const POLL_INTERVAL_MS = 5_000;

export class LiveChanges {
  readonly #queries: QueryClient;
  readonly #listeners = new Set<() => void>();
  readonly #changes = new ChangeListener({ onMessage: (message) => this.#hear(message) });
  #connection: Connection = 'connecting';
  #isListening = false;
  #isGone = false;
  /** Something may have changed that was not told. */
  #isBehind = true;
  /** What the page asked for when it was opened is on its way. */
  #isOpening = true;
  #pollTimer: ReturnType<typeof setInterval> | undefined;
  #refreshTimer: ReturnType<typeof setTimeout> | undefined;
  /** Epoch ms. */
  #refreshedAt = 0;
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

  /** For as long as the page is there. */
  start(): void {
    document.addEventListener('visibilitychange', this.#onVisibility);
    globalThis.addEventListener('online', this.reconnect);
    // A page that is left may come back as it was.
    globalThis.addEventListener('pagehide', () => this.#setGone(true));
    globalThis.addEventListener('pageshow', () => this.#setGone(false));
    this.#onVisibility();
  }

  /** Tries at once; for the button beside "offline". */
  readonly reconnect = (): void => this.#changes.reconnect();

  /** Stays connected even when nobody looks: somebody wants to be called. @returns a function that ends it. */
  readonly keepWhileHidden = (): (() => void) => {
    this.#keepers += 1;
    this.#onVisibility();
    return () => {
      this.#keepers -= 1;
      this.#onVisibility();
    };
  };

  readonly #onVisibility = (): void => {
    const isWanted = !this.#isGone && (!document.hidden || this.#keepers > 0);
    if (!isWanted) this.#leave();
    else if (!this.#isListening) this.#join();
    // What a hidden window put off.
    else if (!document.hidden && this.#waiting.size > 0) this.#refreshWaiting();
  };

  #setGone(isGone: boolean): void {
    this.#isGone = isGone;
    this.#onVisibility();
  }

  #join(): void {
    this.#isListening = true;
    this.#isBehind = true;
    this.#changes.join();
  }

  /** A tab nobody looks at needs not know. */
  #leave(): void {
    this.#isListening = false;
    this.#stopPolling();
    this.#changes.leave();
  }

  #hear(message: ChangeMessage): void {
    if (message.kind === 'change') this.#changed(message.change);
    if (message.kind !== 'connection') return;
    switch (message.connection) {
      case 'live':
        this.#stopPolling();
        this.#become('live');
        this.#catchUp();
        break;
      case 'polling':
        this.#poll();
        break;
      case 'offline':
        this.#isBehind = true;
        this.#isOpening = false;
        this.#stopPolling();
        this.#become('offline', message.offlineSince);
        break;
      case 'connecting':
        break;
    }
  }

  /** What changed while nothing was told. */
  #catchUp(): void {
    if (this.#isOpening) this.#refreshWhatCameBefore();
    else this.#refreshAll();
    this.#isOpening = false;
    this.#isBehind = false;
  }

  #poll(): void {
    if (this.#isBehind && !this.#isOpening) this.#refreshAll();
    this.#isOpening = false;
    this.#isBehind = false;
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
    // Browsers let a hidden window's timers wait for up to a minute.
    if (document.hidden && Date.now() >= this.#refreshedAt + HIDDEN_REFRESH_INTERVAL_MS) this.#refreshWaiting();
    else this.#refreshLater();
  }

  #refreshLater(): void {
    if (this.#waiting.size === 0) return;
    const waitMs = document.hidden ? HIDDEN_REFRESH_INTERVAL_MS : REFRESH_INTERVAL_MS;
    this.#refreshTimer ??= setTimeout(() => this.#refreshWaiting(), waitMs);
  }

  #refreshWaiting(): void {
    clearTimeout(this.#refreshTimer);
    this.#refreshTimer = undefined;
    const now = Date.now();
    for (const query of this.#waiting) {
      // One that is being asked may miss the change: it is asked again when it is done.
      if (query.state.fetchStatus !== 'idle' || now < this.#nextTurnOf(query)) continue;
      this.#waiting.delete(query);
      this.#refresh(query);
      this.#refreshedAt = now;
    }
    this.#refreshLater();
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

  /** Answers to what was asked before changes were told. One that is on its way is good enough to be shown, and asked for again. */
  #refreshWhatCameBefore(): void {
    for (const query of this.#queries.getQueryCache().getAll()) {
      if (isLiveQuery(query)) this.#waiting.add(query);
    }
    this.#refreshWaiting();
  }

  #become(connection: Connection, offlineSince?: string): void {
    if (this.#connection === connection) return;
    this.#connection = connection;
    this.#offlineSince = offlineSince;
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
