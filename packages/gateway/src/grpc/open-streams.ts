/** The streams of a server, so that a shutdown can end them. */
export class OpenStreams {
  readonly #enders = new Set<() => void>();
  #isShutDown = false;

  get isShutDown(): boolean {
    return this.#isShutDown;
  }

  /** @param end called once at shutdown, at once when that has begun. @returns forgets it. */
  add(end: () => void): () => void {
    if (this.#isShutDown) end();
    else this.#enders.add(end);
    return () => this.#enders.delete(end);
  }

  shutDown(): void {
    this.#isShutDown = true;
    for (const end of this.#enders) end();
    this.#enders.clear();
  }
}
