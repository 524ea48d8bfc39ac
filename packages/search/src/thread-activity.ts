/** What a reader thread does right now, in memory that the gateway's thread looks at: one that is held up tells nothing. */
export class ThreadActivity {
  readonly buffer: SharedArrayBuffer;
  /** Id of the request (0 = none), and since when, in epoch milliseconds. */
  readonly #cells: BigInt64Array<SharedArrayBuffer>;

  constructor(buffer: SharedArrayBuffer = new SharedArrayBuffer(2 * BigInt64Array.BYTES_PER_ELEMENT)) {
    this.buffer = buffer;
    this.#cells = new BigInt64Array(buffer);
  }

  begin(requestId: number): void {
    Atomics.store(this.#cells, 1, BigInt(Date.now()));
    Atomics.store(this.#cells, 0, BigInt(requestId));
  }

  end(): void {
    Atomics.store(this.#cells, 0, 0n);
  }

  /** The request the thread works for, when it does so for longer than this. */
  requestLongerThan(limitMs: number): number | undefined {
    const requestId = Number(Atomics.load(this.#cells, 0));
    const sinceMs = Number(Atomics.load(this.#cells, 1));
    return requestId !== 0 && Date.now() - sinceMs > limitMs ? requestId : undefined;
  }
}
