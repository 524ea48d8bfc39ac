/** Brings together the two halves of an instance, in whichever order they come: its creation, and its job's completion. */
export class FinishedInstances {
  /** Completed before the answer to their creation arrived. */
  readonly #early = new Set<string>();
  readonly #waiting = new Map<string, () => void>();

  /** The job of an instance is completed and acknowledged. */
  finished(processInstanceKey: string): void {
    const resolve = this.#waiting.get(processInstanceKey);
    if (resolve === undefined) {
      this.#early.add(processInstanceKey);
      return;
    }
    this.#waiting.delete(processInstanceKey);
    resolve();
  }

  untilFinished(processInstanceKey: string): Promise<void> {
    if (this.#early.delete(processInstanceKey)) return Promise.resolve();
    return new Promise((resolve) => {
      this.#waiting.set(processInstanceKey, resolve);
    });
  }
}
