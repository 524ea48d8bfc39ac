/**
 * What one client that watches is sent, in the format of server-sent events.
 *
 * 1. The client is told `ready` before anything else; what changed before it finds when it asks then.
 * 2. While the client does not read, what changes is one change that grows: a client costs bounded memory, however slow
 *    it is, and is told of everything when it reads again.
 */
import { Readable } from 'node:stream';
import { type Change, eventText } from './change.ts';

/** Sent first, so that proxies and clients see an answer; clients whose stream ends come again after so many ms. */
const OPENING = 'retry: 2000\n\n';
/** A comment: clients ignore it. */
const ALIVE = ': alive\n\n';

export class ChangeStream extends Readable {
  readonly #onDestroy: () => void;
  /** Events that are sent whatever comes; a handful at most. */
  #first = OPENING;
  #pending: Change | undefined;
  #isReady = false;
  #isWanted = false;
  #isEnding = false;

  /** @param onDestroy called once, when nobody needs it any more. */
  constructor(onDestroy: () => void) {
    // Nothing is made ahead: what is not asked for can still grow.
    super({ highWaterMark: 1 });
    this.#onDestroy = onDestroy;
  }

  /** From now on the client is told of changes. @param isLive there are any to come. */
  ready({ isLive }: { readonly isLive: boolean }): void {
    if (this.#isReady) return;
    this.#isReady = true;
    this.#first += eventText('ready', { isLive });
    this.#flush();
  }

  add(change: Change): void {
    if (!this.#isReady) return;
    this.#pending = this.#pending?.with(change) ?? change;
    this.#flush();
  }

  /** Lets the client and all between know that the server is there. Who does not read what there is needs no more of it. */
  alive(): void {
    if (!this.#isWanted) return;
    this.#first += ALIVE;
    this.#flush();
  }

  /** Ends the answer in order. */
  end(): void {
    this.#isEnding = true;
    this.#flush();
  }

  override _read(): void {
    this.#isWanted = true;
    this.#flush();
  }

  override _destroy(error: Error | null, callback: (error?: Error | null) => void): void {
    this.#onDestroy();
    callback(error);
  }

  #flush(): void {
    if (this.destroyed || this.readableEnded) return;
    if (this.#isWanted) {
      const text = this.#first + (this.#pending?.event ?? '');
      this.#first = '';
      this.#pending = undefined;
      if (text !== '') {
        this.#isWanted = false;
        this.push(text);
      }
    }
    if (!this.#isEnding) return;
    this.#isEnding = false;
    this.push(null);
  }
}
