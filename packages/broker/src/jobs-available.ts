import type { Logger } from 'pino';

/** Tells listeners which job types have new work, each type once per turn of the event loop however many jobs there are. */
export class JobsAvailable {
  readonly #logger: Logger;
  readonly #listeners = new Set<{ readonly notify: (jobType: string) => void }>();
  #types = new Set<string>();

  constructor(logger: Logger) {
    this.#logger = logger;
  }

  subscribe(notify: (jobType: string) => void): () => void {
    // One entry per subscription: the same function may be subscribed twice.
    const listener = { notify };
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  announce(jobType: string): void {
    if (this.#types.size === 0) setImmediate(() => this.#notify());
    this.#types.add(jobType);
  }

  #notify(): void {
    const types = this.#types;
    this.#types = new Set();
    for (const jobType of types) {
      for (const { notify } of this.#listeners) {
        try {
          notify(jobType);
        } catch (error) {
          this.#logger.error({ err: error, jobType }, 'A listener for available jobs failed');
        }
      }
    }
  }
}
