/** Runs the retention beside the export: when something is due, a part of the time; otherwise it looks now and then. */
import type { Removed, Retention } from './retention.ts';

/** How late something may go; looking costs some queries of an index. */
const IDLE_MS = 5_000;
/** Behind each step the export has this many times the step's time for itself. */
const REST_FACTOR = 2;
/** Long enough for messages with records to come in between. */
const REST_MS_MIN = 1;

const NOTHING: Removed = { processInstances: 0, rows: 0, lateMs: 0 };

export interface RetentionLoopOptions {
  readonly retention: Pick<Retention, 'step'>;
  /** Gives space that removed rows left back to the disk, a bounded part of it. @returns whether there is more. */
  shrink(): boolean | Promise<boolean>;
  /** Runs an action between two transactions of the export. */
  exclusively<Result>(action: () => Promise<Result>): Promise<Result>;
  /** Epoch milliseconds. */
  now(): number;
  onRemoved(removed: Removed): void;
  onFailure(error: unknown, nextTryMs: number): void;
}

export class RetentionLoop {
  readonly #options: RetentionLoopOptions;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  #isClosed = false;
  /** What was told last is that something goes later than it should. */
  #isLate = false;

  constructor(options: RetentionLoopOptions) {
    this.#options = options;
  }

  start(): void {
    this.#after(0);
  }

  /** There is something to do; it need not wait until the loop looks again. */
  wake(): void {
    if (this.#timer === undefined || this.#running !== undefined) return;
    clearTimeout(this.#timer);
    this.#after(0);
  }

  /** Ends with the step that is under way. */
  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    await this.#running;
  }

  #after(ms: number): void {
    if (this.#isClosed) return;
    this.#timer = setTimeout(() => {
      this.#running = this.#step().finally(() => {
        this.#running = undefined;
      });
    }, ms);
  }

  async #step(): Promise<void> {
    const { exclusively, onFailure } = this.#options;
    try {
      const tookMs = await exclusively(async () => {
        const startMs = performance.now();
        return (await this.#work()) ? performance.now() - startMs : undefined;
      });
      this.#after(tookMs === undefined ? IDLE_MS : Math.max(REST_MS_MIN, REST_FACTOR * tookMs));
    } catch (error) {
      onFailure(error, IDLE_MS);
      this.#after(IDLE_MS);
    }
  }

  /** @returns whether there may be more to do. */
  async #work(): Promise<boolean> {
    const { retention, shrink, now, onRemoved } = this.#options;
    const removed = await retention.step(now());
    if (removed === undefined) {
      if (this.#isLate) onRemoved(NOTHING);
      this.#isLate = false;
      return await shrink();
    }
    this.#isLate = removed.lateMs > 0;
    onRemoved(removed);
    return true;
  }
}
