import type { Clock } from './clock.ts';

/**
 * Times for records: never before the last one, not even after a restart or when somebody sets the machine's clock back.
 * Going back would fire timers twice and break the order exporters rely on. Jumps forward are taken as they come.
 */
export class MonotonicTime {
  readonly #clock: Clock;
  #lastMs: number;

  /** @param lastMs epoch ms of the last record in the log; 0 for none. */
  constructor(clock: Clock, lastMs: number) {
    this.#clock = clock;
    this.#lastMs = lastMs;
  }

  nowMs(): number {
    const nowMs = this.#clock.nowMs();
    if (nowMs > this.#lastMs) this.#lastMs = nowMs;
    return this.#lastMs;
  }
}
