/** Lets a test decide when appends become durable: plug `hold` into a failing log's plan. */
export class HeldAppends {
  #isHolding = false;
  #waiting: (() => void)[] = [];

  readonly hold = (): Promise<void> | undefined => {
    if (!this.#isHolding) return undefined;
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
    });
  };

  /** Appends from now on wait. */
  start(): void {
    this.#isHolding = true;
  }

  /** Lets all appends go on. */
  release(): void {
    this.#isHolding = false;
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}
