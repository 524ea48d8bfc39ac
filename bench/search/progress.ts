const WIDTH = 30;
const INTERVAL_MS = process.stderr.isTTY ? 250 : 10_000;

/** A line on stderr that grows: what is done, how fast, how long it will take. */
export class Progress {
  readonly #label: string;
  readonly #total: number;
  readonly #unit: string;
  readonly #startMs = performance.now();
  #shownMs = 0;

  constructor(label: string, total: number, unit: string) {
    this.#label = label;
    this.#total = total;
    this.#unit = unit;
  }

  show(done: number): void {
    const nowMs = performance.now();
    if (nowMs - this.#shownMs < INTERVAL_MS && done < this.#total) return;
    this.#shownMs = nowMs;
    const share = Math.min(1, done / this.#total);
    const rate = done / ((nowMs - this.#startMs) / 1_000);
    const bar = '█'.repeat(Math.round(share * WIDTH)).padEnd(WIDTH, '░');
    const left = Math.ceil((this.#total - done) / rate);
    const text = `${this.#label} ${bar} ${done.toLocaleString('en-US')} ${this.#unit}, ${Math.round(rate).toLocaleString('en-US')}/s, ${Math.max(0, left)} s left`;
    process.stderr.write(process.stderr.isTTY ? `\r${text}   ` : `${text}\n`);
  }

  end(): void {
    if (process.stderr.isTTY) process.stderr.write('\n');
  }
}
