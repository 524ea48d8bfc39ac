/**
 * The requests that wait for jobs of one type.
 *
 * 1. First come, first served: whoever waits longest looks first, and keeps its place when it finds nothing.
 * 2. An announcement wakes one request, not all of them. Each success may wake twice as many as the one before, so
 *    a single new job costs a single look, and a full shelf is still emptied by many.
 * 3. No announcement is lost: one that comes while a request looks makes it look again.
 */
import type { LongPollingOptions } from './long-polling-options.ts';

/** Requests of one type that look at the same time: enough to keep the partitions' batches full. */
const POLLERS_MAX = 16;

export interface WaitingActivation {
  /** Looks for jobs once. @returns how many the client took. */
  poll(): Promise<number>;
  /** Ends the request. @param error absent = in good order. */
  finish(error?: unknown): void;
}

export class WaitingActivations {
  readonly #options: LongPollingOptions;
  /** In order of arrival. */
  readonly #waiting = new Set<WaitingActivation>();
  readonly #polling = new Set<WaitingActivation>();
  /** Requests that ended while they looked: told when the look is over. */
  readonly #ending = new Set<WaitingActivation>();
  #pollersMax = 1;
  #emptyPolls = 0;
  #lastEmptyPollMs = Number.NEGATIVE_INFINITY;
  #announcements = 0;
  #probe: NodeJS.Timeout | undefined;

  constructor(options: LongPollingOptions) {
    this.#options = options;
  }

  get isIdle(): boolean {
    return this.#waiting.size === 0;
  }

  add(activation: WaitingActivation): void {
    const isFirst = this.#waiting.size === 0;
    this.#waiting.add(activation);
    this.#probe ??= this.#startProbe();
    if (this.#pollersMax > 1) this.#wake();
    else if (isFirst && !this.#isParked()) this.#start(activation);
  }

  /** The request's time is up or its client is gone. */
  end(activation: WaitingActivation): void {
    if (this.#polling.has(activation)) {
      this.#ending.add(activation);
    } else if (this.#remove(activation)) {
      activation.finish();
    }
  }

  /** Jobs of the type became available somewhere. */
  announce(): void {
    this.#announcements++;
    this.#emptyPolls = 0;
    this.#wake();
  }

  /** Ends all requests that wait. */
  close(error: unknown): void {
    for (const activation of [...this.#waiting]) {
      if (this.#polling.has(activation)) this.#ending.add(activation);
      else if (this.#remove(activation)) activation.finish(error);
    }
  }

  #isParked(): boolean {
    const sinceEmptyMs = performance.now() - this.#lastEmptyPollMs;
    return this.#emptyPolls >= this.#options.emptyPollsMax && sinceEmptyMs < this.#options.probeMs;
  }

  #wake(): void {
    for (const activation of this.#waiting) {
      if (this.#polling.size >= this.#pollersMax) return;
      if (!this.#polling.has(activation)) this.#start(activation);
    }
  }

  #start(activation: WaitingActivation): void {
    this.#polling.add(activation);
    const announcementsSeen = this.#announcements;
    activation.poll().then(
      (taken) => {
        this.#polling.delete(activation);
        const isEnding = this.#ending.delete(activation);
        if (taken > 0 || isEnding) {
          this.#remove(activation);
          activation.finish();
        }
        if (taken > 0) {
          this.#emptyPolls = 0;
          this.#pollersMax = Math.min(this.#pollersMax * 2, POLLERS_MAX);
          this.#wake();
        } else {
          this.#emptyPolls++;
          this.#lastEmptyPollMs = performance.now();
          this.#pollersMax = 1;
          // Whoever ended may have been woken in the place of the next one, or given back what it found.
          if (isEnding || announcementsSeen !== this.#announcements) this.#wake();
        }
      },
      (error: unknown) => {
        this.#polling.delete(activation);
        this.#ending.delete(activation);
        this.#remove(activation);
        activation.finish(error);
        // The others stay where they are: most failures mean that the partitions need a rest. The probe goes on.
        if (announcementsSeen !== this.#announcements) this.#wake();
      },
    );
  }

  #remove(activation: WaitingActivation): boolean {
    const wasWaiting = this.#waiting.delete(activation);
    if (this.#waiting.size === 0) {
      clearInterval(this.#probe);
      this.#probe = undefined;
    }
    return wasWaiting;
  }

  #startProbe(): NodeJS.Timeout {
    return setInterval(() => this.#wake(), this.#options.probeMs).unref();
  }
}
