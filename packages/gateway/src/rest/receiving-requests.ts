/**
 * Requests whose bodies are still coming. Cuts those of senders that are too slow, so that they do not hold connections
 * for ever.
 *
 * 1. An ordinary body has to be there after a while. An upload of a document may take long, as long as it goes on.
 * 2. One look at all of them now and then, in place of a timer for each: nearly all bodies come with their heads.
 */
import type { IncomingMessage } from 'node:http';
import { RECEIVE_CHECK_MS, REQUEST_RECEIVE_TIMEOUT_MS } from './limits.ts';

interface Receiving {
  readonly isLong: boolean;
  /** When it began, or of a long one: when something was last seen to come. */
  sinceMs: number;
  bytesRead: number;
}

export class ReceivingRequests {
  readonly #receiving = new Map<IncomingMessage, Receiving>();
  readonly #timer: NodeJS.Timeout;

  constructor() {
    this.#timer = setInterval(() => this.cutSlow(performance.now()), RECEIVE_CHECK_MS);
    this.#timer.unref();
  }

  get count(): number {
    return this.#receiving.size;
  }

  /** @param isLong it may take as long as something comes. */
  watch(request: IncomingMessage, isLong: boolean): void {
    const { headers } = request;
    if (headers['content-length'] === undefined && headers['transfer-encoding'] === undefined) return;
    const forget = () => this.#receiving.delete(request);
    this.#receiving.set(request, { isLong, sinceMs: performance.now(), bytesRead: request.socket.bytesRead });
    request.once('end', forget);
    // Of a request that is answered before its body was read there is no end.
    request.once('close', forget);
  }

  /** @param nowMs as of `performance.now()`. @returns how many were cut. */
  cutSlow(nowMs: number): number {
    let cut = 0;
    for (const [request, receiving] of this.#receiving) {
      const { bytesRead } = request.socket;
      if (receiving.isLong && bytesRead > receiving.bytesRead) {
        receiving.bytesRead = bytesRead;
        receiving.sinceMs = nowMs;
      } else if (nowMs - receiving.sinceMs > REQUEST_RECEIVE_TIMEOUT_MS) {
        request.destroy();
        cut++;
      }
    }
    return cut;
  }

  close(): void {
    clearInterval(this.#timer);
  }
}
