/**
 * A log that fails on purpose, to check that its user discards what was never committed. It keeps the whole contract:
 * appends settle in order, and nothing of a rejected one reaches the log inside, which can be used again afterwards.
 */
import { LogAppendError, type LogAppendErrorCode, type LogBatch, type PartitionLog } from '@waggle/engine';

export interface FailurePlan {
  /** Number of the append that fails, counted from 1; it and all behind it are rejected. Default: none fails. */
  readonly failAt?: number;
  /** Default: LEADERSHIP_LOST. */
  readonly code?: LogAppendErrorCode;
  /**
   * Called for each append, in order, with its number; the append goes on when the promise resolves. Holding one holds
   * all behind it, as a slow disk does. Default: nothing is held.
   */
  readonly hold?: (append: number) => Promise<void> | undefined;
}

export function createFailingLog(inner: PartitionLog, plan: FailurePlan): PartitionLog {
  return new FailingLog(inner, plan);
}

class FailingLog implements PartitionLog {
  readonly #inner: PartitionLog;
  readonly #plan: FailurePlan;
  #calls = 0;
  #isClosed = false;
  #failure: LogAppendError | undefined;
  /** Resolves when the last append called so far may start. */
  #admitted: Promise<void> = Promise.resolve();
  /** Resolves when the last append called so far is settled. */
  #settled: Promise<void> = Promise.resolve();

  constructor(inner: PartitionLog, plan: FailurePlan) {
    this.#inner = inner;
    this.#plan = plan;
  }

  get firstPosition(): number {
    return this.#inner.firstPosition;
  }

  get lastPosition(): number {
    return this.#inner.lastPosition;
  }

  append(batch: LogBatch): Promise<void> {
    const append = ++this.#calls;
    const isClosed = this.#isClosed || this.#failure !== undefined;
    const isFailing = append >= (this.#plan.failAt ?? Infinity);
    const before = this.#settled;
    this.#admitted = this.#admitted.then(() => this.#plan.hold?.(append));
    const appended = this.#admitted.then(async () => {
      if (!isClosed && !isFailing) return this.#inner.append(batch);
      await before;
      throw isClosed ? this.#closed() : this.#fail();
    });
    this.#settled = appended.catch(() => {});
    return appended;
  }

  read(position: number): AsyncIterable<LogBatch> {
    return this.#inner.read(position);
  }

  compact(position: number): Promise<void> {
    return this.#inner.compact(position);
  }

  /** Closes the log inside, too. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#settled;
    await this.#inner.close();
  }

  #fail(): LogAppendError {
    const { code = 'LEADERSHIP_LOST', failAt } = this.#plan;
    this.#failure ??= new LogAppendError(
      code,
      `Expected to append, but append ${failAt} was planned to fail (${code}).`,
    );
    return this.#failure;
  }

  #closed(): LogAppendError {
    return new LogAppendError('CLOSED', 'Expected an open log, but it was closed or failed before.', {
      cause: this.#failure,
    });
  }
}
