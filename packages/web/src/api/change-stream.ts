/**
 * The server's stream of changes, read once for all who listen: the windows of a browser, which has few connections to a
 * server. Runs in a shared worker, or in the window itself where there are none; knows no document.
 *
 * 1. Who comes is told at once how it stands, and of every change from then on.
 * 2. It always says something within {@link SIGN_OF_LIFE_MS_MAX}: changes, how it stands, or that it is there.
 * 3. While nobody listens there is no connection.
 */

/** `live`: told of changes. `polling`: it answers, but tells nothing. `offline`: the server does not answer. */
export type Connection = 'connecting' | 'live' | 'polling' | 'offline';

export interface Change {
  readonly valueTypes: readonly string[];
  /** `null` = more than can be listed. */
  readonly processInstanceKeys: readonly string[] | null;
}

/** What a listener is told. */
export type ChangeMessage =
  /** Said when it changes, when it was tried anew, and to who comes. `live`: nothing is missed from here on. */
  | { readonly kind: 'connection'; readonly connection: Connection; readonly offlineSince?: string }
  | { readonly kind: 'change'; readonly change: Change }
  | { readonly kind: 'alive' };

/** What a listener behind a port asks for. */
export type ChangeRequest = 'join' | 'leave' | 'reconnect';

/** Nothing for so long, and there is no stream any more: a little more than twice the server's own interval. */
export const SIGN_OF_LIFE_MS_MAX = 35_000;
const CHANGES_ADDRESS = '/waggle/v1/changes';
const RECONNECT_MS_MIN = 1_000;
/** Few look at a server at a time: asking is cheap, waiting is not. */
const RECONNECT_MS_MAX = 4_000;
/** A server that takes a connection and says nothing to this is away. */
const PROBE_TIMEOUT_MS = 5_000;

type Listener = (message: ChangeMessage) => void;
type ConnectionMessage = Extract<ChangeMessage, { kind: 'connection' }>;

export interface ChangeStreamOptions {
  /** `http://localhost:8080`. */
  readonly origin: string;
  /** Default {@link SIGN_OF_LIFE_MS_MAX}. */
  readonly silenceMsMax?: number;
}

export class ChangeStream {
  readonly #origin: string;
  readonly #silenceMsMax: number;
  readonly #listeners = new Set<Listener>();
  #state: ConnectionMessage = { kind: 'connection', connection: 'connecting' };
  /** Ends the stream that is open or being opened. */
  #stream: AbortController | undefined;
  /** Epoch ms. */
  #askedAt = 0;
  #reconnectMs = RECONNECT_MS_MIN;
  #reconnectTimer: ReturnType<typeof setTimeout> | undefined;

  constructor({ origin, silenceMsMax = SIGN_OF_LIFE_MS_MAX }: ChangeStreamOptions) {
    this.#origin = origin;
    this.#silenceMsMax = silenceMsMax;
  }

  add(listener: Listener): void {
    this.#listeners.add(listener);
    listener(this.#state);
    if (this.#stream === undefined && this.#reconnectTimer === undefined) this.#connect();
  }

  delete(listener: Listener): void {
    if (!this.#listeners.delete(listener) || this.#listeners.size > 0) return;
    this.#disconnect();
    this.#state = { kind: 'connection', connection: 'connecting' };
  }

  /** Tries at once. */
  reconnect(): void {
    // All windows ask for it when the network is back: the first is enough.
    if (this.#listeners.size === 0 || Date.now() < this.#askedAt + RECONNECT_MS_MIN) return;
    this.#askedAt = Date.now();
    this.#disconnect();
    this.#reconnectMs = RECONNECT_MS_MIN;
    this.#connect();
  }

  #connect(): void {
    const stream = new AbortController();
    this.#stream = stream;
    void this.#read(stream)
      // Why it ended does not matter: what is to be told, another request finds out.
      .catch(() => undefined)
      .then(() => {
        if (this.#stream === stream) void this.#lost();
      });
  }

  #disconnect(): void {
    clearTimeout(this.#reconnectTimer);
    this.#reconnectTimer = undefined;
    this.#stream?.abort();
    this.#stream = undefined;
  }

  /** Reads to the end, be it that nothing comes any more. An EventSource would keep the signs of life to itself. */
  async #read(stream: AbortController): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const heard = () => {
      clearTimeout(timer);
      timer = setTimeout(() => stream.abort(), this.#silenceMsMax);
    };
    try {
      heard();
      const { ok, body } = await fetch(this.#origin + CHANGES_ADDRESS, {
        headers: { accept: 'text/event-stream' },
        cache: 'no-store',
        signal: stream.signal,
      });
      if (!ok || body === null) return await body?.cancel();
      const reader = body.pipeThrough(new TextDecoderStream()).getReader();
      let rest = '';
      for (;;) {
        const { value, done } = await reader.read();
        if (done) return;
        heard();
        const events = (rest + value).split('\n\n');
        rest = events.pop()!;
        if (this.#stream === stream) for (const event of events) this.#take(event);
      }
    } finally {
      clearTimeout(timer);
    }
  }

  #take(event: string): void {
    const [, name, data = '{}'] = /^event: (\w+)\ndata: (.*)$/m.exec(event) ?? [];
    if (name === 'change') {
      this.#tell({ kind: 'change', change: JSON.parse(data) as Change });
    } else if (name === 'ready') {
      const { isLive } = JSON.parse(data) as { isLive: boolean };
      this.#reconnectMs = RECONNECT_MS_MIN;
      this.#become(isLive ? 'live' : 'polling');
    } else {
      this.#tell({ kind: 'alive' });
    }
  }

  async #lost(): Promise<void> {
    const stream = new AbortController();
    this.#stream = stream;
    const isThere = await fetch(`${this.#origin}/v2/license`, {
      signal: AbortSignal.any([stream.signal, AbortSignal.timeout(PROBE_TIMEOUT_MS)]),
    }).then(
      ({ status }) => status < 500,
      () => false,
    );
    // Nobody listens any more, or somebody was impatient.
    if (this.#stream !== stream) return;
    this.#stream = undefined;
    this.#become(isThere ? 'polling' : 'offline');
    this.#reconnectTimer = setTimeout(() => {
      this.#reconnectTimer = undefined;
      this.#connect();
    }, this.#reconnectMs);
    this.#reconnectMs = Math.min(this.#reconnectMs * 2, RECONNECT_MS_MAX);
  }

  #become(connection: Connection): void {
    const { offlineSince = new Date().toISOString() } = this.#state;
    this.#state = { kind: 'connection', connection, ...(connection === 'offline' ? { offlineSince } : {}) };
    this.#tell(this.#state);
  }

  #tell(message: ChangeMessage): void {
    for (const listener of this.#listeners) listener(message);
  }
}

/** Lets the other end of a port listen. One that is gone without a word is not noticed: it is told on, to nobody. */
export function serveChanges(stream: ChangeStream, port: MessagePort): void {
  const listener: Listener = (message) => port.postMessage(message);
  port.addEventListener('message', ({ data }: MessageEvent<ChangeRequest>) => {
    if (data === 'join') stream.add(listener);
    else if (data === 'leave') stream.delete(listener);
    else stream.reconnect();
  });
  port.start();
}
