/**
 * A window's end of the stream of changes: that of the worker which all windows share, or one of its own where there is no
 * such worker, or none that answers. A worker is also there where the connection is not encrypted, unlike locks.
 *
 * What is told says only where to look, and windows that share a worker share the browser's cookies: nobody learns what is
 * not theirs.
 */
import {
  type ChangeMessage,
  type ChangeRequest,
  ChangeStream,
  SIGN_OF_LIFE_MS_MAX,
  serveChanges,
} from './change-stream.ts';

/** A worker answers at once, and has its program loaded by then over a slow line, too. */
const ANSWER_MS_MAX = 10_000;
/** A worker that looks after itself comes first. */
const SILENCE_MS_MAX = SIGN_OF_LIFE_MS_MAX + 10_000;

/** Makes a channel to who tells of changes. @param onFailure it will not answer. */
type Opening = (onFailure: () => void) => MessagePort;

export interface ChangeListenerOptions {
  onMessage(message: ChangeMessage): void;
  /** Default the worker's; `undefined` = there is none. */
  readonly shared?: Opening | undefined;
  /** Default a stream of this window alone. */
  readonly own?: Opening;
  readonly answerMsMax?: number;
  readonly silenceMsMax?: number;
}

export class ChangeListener {
  readonly #options: Required<Omit<ChangeListenerOptions, 'shared'>>;
  #shared: Opening | undefined;
  #port: MessagePort | undefined;
  #hasAnswered = false;
  #isJoined = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: ChangeListenerOptions) {
    this.#options = { own: ownPort, answerMsMax: ANSWER_MS_MAX, silenceMsMax: SILENCE_MS_MAX, ...options };
    this.#shared = 'shared' in options ? options.shared : 'SharedWorker' in globalThis ? sharedPort : undefined;
  }

  /** Listens from now on; the first message says how it stands. */
  join(): void {
    this.#isJoined = true;
    this.#post('join');
    this.#expect(this.#options.answerMsMax);
  }

  leave(): void {
    this.#isJoined = false;
    clearTimeout(this.#timer);
    this.#port?.postMessage('leave' satisfies ChangeRequest);
  }

  /** Has the stream opened anew at once, for all windows. */
  reconnect(): void {
    this.#post('reconnect');
  }

  close(): void {
    this.leave();
    this.#port?.close();
    this.#port = undefined;
  }

  #post(request: ChangeRequest): void {
    this.#port ??= this.#open();
    this.#port.postMessage(request);
  }

  #open(): MessagePort {
    this.#hasAnswered = false;
    const port = this.#channel(() => {
      if (this.#port === port) this.#replace();
    });
    port.addEventListener('message', ({ data }: MessageEvent<ChangeMessage>) => {
      if (this.#port !== port || !this.#isJoined) return;
      this.#hasAnswered = true;
      this.#expect(this.#options.silenceMsMax);
      this.#options.onMessage(data);
    });
    port.start();
    return port;
  }

  #channel(onFailure: () => void): MessagePort {
    try {
      if (this.#shared !== undefined) return this.#shared(onFailure);
    } catch {
      // A browser that is to keep nothing forbids workers that outlive their windows.
      this.#shared = undefined;
    }
    return this.#options.own(onFailure);
  }

  #expect(withinMs: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#replace(), withinMs);
  }

  /**
   * The worker may have died with the window that it began with, which browsers do not tell: another one begins then. One
   * that never answers is no use.
   */
  #replace(): void {
    if (!this.#hasAnswered) this.#shared = undefined;
    const isJoined = this.#isJoined;
    this.close();
    if (isJoined) this.join();
  }
}

function sharedPort(onFailure: () => void): MessagePort {
  const worker = new SharedWorker(new URL('./changes-worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('error', onFailure);
  return worker.port;
}

function ownPort(): MessagePort {
  const { port1, port2 } = new MessageChannel();
  serveChanges(new ChangeStream({ origin: location.origin }), port2);
  return port1;
}
