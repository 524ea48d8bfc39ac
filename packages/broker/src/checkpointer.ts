/**
 * Writes checkpoints of a partition's state and lets the log go of what nobody needs any more.
 *
 * 1. A checkpoint starts at a quiet moment; its writing goes on beside the processing.
 * 2. The log keeps everything behind the last checkpoint and behind the slowest exporter.
 * 3. A checkpoint that fails changes nothing: the log still has everything, the next one tries again.
 */
import type { CheckpointMetadata, PartitionEngine, PartitionLog, ProcessedBatch, StateStore } from '@waggle/engine';
import type { Logger } from 'pino';
import type { Clock } from './clock.ts';
import type { CommandLoop } from './command-loop.ts';
import type { PartitionLimits } from './partition-limits.ts';
import { isPersistent } from './partition-storage.ts';

export interface CheckpointerOptions {
  readonly loop: CommandLoop;
  readonly engine: PartitionEngine;
  readonly log: PartitionLog;
  readonly state: StateStore;
  /** See PartitionStorage. */
  readonly isVolatile: boolean;
  readonly checkpointPosition: number;
  readonly limits: PartitionLimits;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Makes what exporters acknowledged durable. @returns the lowest acknowledged position; `undefined` without exporters. */
  readonly persistExported: () => Promise<number | undefined>;
}

export class Checkpointer {
  readonly #options: CheckpointerOptions;
  #position: number;
  #bytesSince = 0;
  #cancelTimer: (() => void) | undefined;
  #running: Promise<void> | undefined;
  #isStopped = false;

  constructor(options: CheckpointerOptions) {
    this.#options = options;
    this.#position = options.checkpointPosition;
  }

  /** Position up to which a restart need not fold the log. */
  get position(): number {
    return this.#position;
  }

  start(): void {
    this.#setTimer();
  }

  onDurable(batch: ProcessedBatch): void {
    this.#bytesSince += batch.data.length;
    if (this.#bytesSince >= this.#options.limits.checkpointLogBytes) this.#runInBackground();
  }

  /** Writes a checkpoint and compacts the log; joins one that is under way. */
  checkpoint(): Promise<void> {
    this.#running ??= this.#checkpoint().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  /** Starts no more checkpoints and waits for the one under way. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#cancelTimer?.();
    // Its failure was logged by whoever started it.
    await this.#running?.catch(() => undefined);
  }

  #setTimer(): void {
    this.#cancelTimer = this.#options.clock.schedule(this.#options.limits.checkpointIntervalMs, () => {
      this.#runInBackground();
      this.#setTimer();
    });
  }

  #runInBackground(): void {
    if (this.#isStopped || this.#running !== undefined) return;
    this.checkpoint().catch((error: unknown) => {
      if (this.#isStopped) return;
      this.#options.logger.error(
        { err: error },
        'A checkpoint failed; the log keeps everything, the next one tries again',
      );
    });
  }

  async #checkpoint(): Promise<void> {
    const { loop, engine, log, state, isVolatile, persistExported } = this.#options;
    let metadata: CheckpointMetadata | undefined;
    let written: Promise<void> | undefined;
    this.#bytesSince = 0;
    await loop.whenQuiet(() => {
      metadata = engine.checkpointMetadata();
      if (isPersistent(state) && metadata.position > this.#position) written = state.checkpoint(metadata);
    });
    await written;
    const position = metadata!.position;
    if (isPersistent(state)) this.#position = position;
    else if (!isVolatile) return;
    const exported = await persistExported();
    // The batch with this very position stays: a restart reads the time of the last record from it.
    await log.compact(Math.min(position, exported ?? position));
  }
}
