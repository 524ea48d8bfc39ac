/**
 * The clients of requests that wait. Tells each request when nobody needs its answer any more.
 *
 * One set in place of a signal for the whole server: signals that depend on one that lives long are kept as long as it.
 */
import type { ServerResponse } from 'node:http';

export class WaitingClients {
  readonly #waiting = new Set<AbortController>();
  #isClosing = false;

  /**
   * @returns aborts when the connection breaks before the answer is out, or when the server closes. The request may
   *   abort it itself to end what it started.
   */
  watch(response: ServerResponse): AbortController {
    const waiting = new AbortController();
    if (this.#isClosing || response.destroyed) {
      waiting.abort();
      return waiting;
    }
    this.#waiting.add(waiting);
    response.once('close', () => {
      this.#waiting.delete(waiting);
      if (!response.writableFinished) waiting.abort();
    });
    return waiting;
  }

  /** Ends all waiting, now and from now on. */
  close(): void {
    this.#isClosing = true;
    for (const waiting of this.#waiting) waiting.abort();
  }
}
