import type { Logger } from 'pino';
import type { Clock } from './clock.ts';

const CHECK_INTERVAL_MS = 1_000;

export interface DiskWatchOptions {
  /** Free bytes below which clients' commands are refused. */
  readonly freeBytesMin: number;
  readonly freeBytes: () => Promise<number>;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Called when the disk crosses the watermark. */
  readonly onChange: (isAvailable: boolean) => void;
}

/** Looks once a second whether the disk has room above the watermark. */
export class DiskWatch {
  readonly #options: DiskWatchOptions;
  #isAvailable = true;
  #isStopped = false;
  #cancel: (() => void) | undefined;

  constructor(options: DiskWatchOptions) {
    this.#options = options;
  }

  get isAvailable(): boolean {
    return this.#isAvailable;
  }

  async start(): Promise<void> {
    await this.#check();
  }

  stop(): void {
    this.#isStopped = true;
    this.#cancel?.();
  }

  async #check(): Promise<void> {
    const { freeBytes, freeBytesMin, logger, clock, onChange } = this.#options;
    try {
      const free = await freeBytes();
      const isAvailable = free >= freeBytesMin;
      if (isAvailable !== this.#isAvailable && !this.#isStopped) {
        this.#isAvailable = isAvailable;
        if (isAvailable) logger.info({ free, freeBytesMin }, 'The disk has room again: commands are taken');
        else logger.error({ free, freeBytesMin }, 'The disk is below its watermark: commands are refused');
        onChange(isAvailable);
      }
    } catch (error) {
      // Not knowing is no reason to refuse work; a disk that is really full fails the append.
      logger.warn({ err: error }, 'The free disk space cannot be read');
    }
    if (this.#isStopped) return;
    this.#cancel = clock.schedule(CHECK_INTERVAL_MS, () => void this.#check());
  }
}
