/**
 * Additive increase, multiplicative decrease: how many accepted commands may wait for processing at once.
 *
 * 1. A command waits from acceptance until its batch is durable.
 * 2. The limit grows by one per window of samples while at least half of it is used.
 * 3. It shrinks when a command waited too long, at most once per that time: one slow flush makes a whole batch late,
 *    and counting each of its commands would collapse the limit.
 * 4. It shrinks only while no more commands wait than the limit allows, so commands that are never refused do not push it down.
 */
export interface RequestLimiterOptions {
  /** Longer waits mean congestion. */
  readonly waitMsMax: number;
  readonly initialLimit: number;
  readonly limitMin: number;
  readonly limitMax: number;
  readonly backoffRatio: number;
  readonly windowSamples: number;
}

/** Camunda's defaults. */
export const defaultRequestLimiterOptions: RequestLimiterOptions = {
  waitMsMax: 200,
  initialLimit: 100,
  limitMin: 1,
  limitMax: 1_000,
  backoffRatio: 0.9,
  windowSamples: 10,
};

export class RequestLimiter {
  readonly #options: RequestLimiterOptions;
  #limit: number;
  #inFlight = 0;
  #samples = 0;
  #inFlightMax = 0;
  #lastDecreaseMs = Number.NEGATIVE_INFINITY;

  constructor(options: Partial<RequestLimiterOptions> = {}) {
    this.#options = { ...defaultRequestLimiterOptions, ...options };
    this.#limit = this.#options.initialLimit;
  }

  get limit(): number {
    return Math.floor(this.#limit);
  }

  get inFlight(): number {
    return this.#inFlight;
  }

  get isFull(): boolean {
    return this.#inFlight >= this.limit;
  }

  /** A command was accepted, within the limit or because it is never refused. */
  acquire(): void {
    this.#inFlight++;
    if (this.#inFlight > this.#inFlightMax) this.#inFlightMax = this.#inFlight;
  }

  /** An accepted command was undone or refused after all; says nothing about speed. */
  release(): void {
    this.#inFlight--;
  }

  /** An accepted command is durable. */
  complete(waitMs: number, nowMs: number): void {
    const inFlight = this.#inFlight--;
    const { waitMsMax, backoffRatio, limitMin, limitMax, windowSamples } = this.#options;
    if (waitMs > waitMsMax) {
      this.#samples = 0;
      this.#inFlightMax = this.#inFlight;
      if (inFlight > this.limit || nowMs - this.#lastDecreaseMs < waitMsMax) return;
      this.#lastDecreaseMs = nowMs;
      this.#limit = Math.max(limitMin, this.#limit * backoffRatio);
    } else if (++this.#samples >= windowSamples) {
      if (this.#inFlightMax * 2 >= this.#limit) this.#limit = Math.min(limitMax, this.#limit + 1);
      this.#samples = 0;
      this.#inFlightMax = this.#inFlight;
    }
  }
}
