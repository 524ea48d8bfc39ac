import { setTimeout as sleep } from 'node:timers/promises';

/** Pause after a refusal for want of room: long enough to let some work through, short against a run. */
const PAUSE_MS = 5;

/** Sends again what the server refuses for want of room, as every worker must; counts how often. */
export class BackOff {
  refused = 0;
  readonly #isRefusal: (error: unknown) => boolean;

  constructor(isRefusal: (error: unknown) => boolean) {
    this.#isRefusal = isRefusal;
  }

  async run<Value>(send: () => Promise<Value>): Promise<Value> {
    for (;;) {
      try {
        return await send();
      } catch (error) {
        if (!this.#isRefusal(error)) throw error;
        this.refused++;
        await sleep(PAUSE_MS);
      }
    }
  }
}
