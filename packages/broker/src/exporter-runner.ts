/**
 * Feeds one exporter with one partition's log, beside the processing.
 *
 * 1. Records come in order, each at least once: after a restart from behind the last acknowledged position.
 * 2. A record that fails is tried again for ever, with growing pauses; only this exporter waits.
 * 3. A record the filter refuses counts as acknowledged once everything delivered before it is.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { PartitionLog } from '@waggle/engine';
import { type ExportingMode, type LogRecord, readBatch } from '@waggle/protocol';
import type { Logger } from 'pino';
import type { Clock } from './clock.ts';
import type { ExportProgress } from './export-progress.ts';
import type { Exporter, ExporterDefinition, ExporterFilter } from './exporter.ts';
import { type ExporterPositionStore, exporterPositionFile, noPositionStore } from './exporter-position-file.ts';
import { loadExporter } from './load-exporter.ts';
import { RecordView } from './record-view.ts';

const RETRY_MS_MIN = 100;
/** An outage of the store may last for hours; asking more often would only fill the broker's log. */
const RETRY_MS_MAX = 10_000;
/** Positions are stored at most this often: losing the last one only means exporting some records twice. */
const POSITION_INTERVAL_MS = 1_000;

export interface ExporterRunnerOptions {
  readonly definition: ExporterDefinition;
  readonly partitionId: number;
  readonly log: PartitionLog;
  /** Where positions and the exporters' own folders lie; `undefined` = nowhere. */
  readonly folder: string | undefined;
  readonly clock: Clock;
  readonly logger: Logger;
}

export class ExporterRunner implements ExportProgress {
  readonly id: string;
  readonly #options: ExporterRunnerOptions;
  readonly #positionStore: ExporterPositionStore;
  #exporter: Exporter | undefined;
  #filter: ExporterFilter | undefined;
  #mode: ExportingMode = 'exporting';
  #isStopped = false;
  /** Reads the log and hands records to the exporter. */
  #isAtWork = false;
  #running: Promise<void> | undefined;
  /** Ends the present wait. */
  #wake: (() => void) | undefined;
  readonly #tasks = new Set<() => void>();

  #acknowledged = 0;
  #lastRead = 0;
  #lastDelivered = 0;
  #stored = 0;
  #storing: Promise<void> | undefined;
  #cancelStoring: (() => void) | undefined;
  #failures = 0;

  constructor(options: ExporterRunnerOptions) {
    this.#options = options;
    this.id = options.definition.id;
    this.#positionStore =
      options.folder === undefined
        ? noPositionStore
        : exporterPositionFile(join(options.folder, `${options.definition.id}.json`));
  }

  get position(): number {
    return this.#acknowledged >= this.#lastDelivered
      ? Math.max(this.#lastRead, this.#acknowledged)
      : this.#acknowledged;
  }

  get lagRecords(): number {
    return Math.max(0, this.#options.log.lastPosition - this.position);
  }

  get failures(): number {
    return this.#failures;
  }

  get isSettled(): boolean {
    return this.#mode !== 'paused' || !this.#isAtWork;
  }

  /** Configures the exporter and begins to export. @throws whatever the exporter says about its configuration. */
  async start(mode: ExportingMode): Promise<void> {
    const { definition, folder, logger, partitionId } = this.#options;
    this.#mode = mode;
    const ownFolder = folder === undefined ? undefined : join(folder, definition.id);
    if (ownFolder !== undefined) await mkdir(ownFolder, { recursive: true });
    this.#exporter = await loadExporter(definition);
    await this.#exporter.configure({
      exporterId: definition.id,
      partitionId,
      configuration: definition.configuration ?? {},
      logger,
      folder: ownFolder,
      setFilter: (filter) => {
        this.#filter = filter;
      },
    });
    const stored = (await this.#positionStore.read()) ?? 0;
    this.#acknowledged = stored;
    this.#stored = stored;
    this.#lastRead = stored;
    this.#lastDelivered = stored;
    this.#running = this.#run(this.#exporter).catch((error: unknown) => {
      logger.fatal({ err: error }, 'The exporter ended: the log cannot be read on. It starts again with the partition');
    });
  }

  /** The log has more. */
  wake(): void {
    this.#wake?.();
  }

  setMode(mode: ExportingMode): void {
    this.#mode = mode;
    this.wake();
  }

  /** Stores the acknowledged position durably. @returns it. */
  async persistPosition(): Promise<number> {
    while (this.#storing !== undefined) await this.#storing;
    const position = this.position;
    if (this.#mode === 'softPaused' || position === this.#stored) return this.#stored;
    this.#storing = this.#positionStore
      .write(position)
      .then(() => {
        this.#stored = position;
      })
      .finally(() => {
        this.#storing = undefined;
      });
    await this.#storing;
    return position;
  }

  /** Closes the exporter and stores its position. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    for (const cancel of this.#tasks) cancel();
    this.#cancelStoring?.();
    this.wake();
    await this.#running;
    if (this.#running === undefined) return;
    try {
      await this.#exporter?.close();
      await this.persistPosition();
    } catch (error) {
      // Closing goes on: the exporter's unacknowledged records come again after the start.
      this.#options.logger.error({ err: error }, 'The exporter could not be closed in order');
    }
  }

  async #run(exporter: Exporter): Promise<void> {
    await this.#retrying('open', () =>
      exporter.open({
        lastExportedPosition: this.#acknowledged,
        updateLastExportedPosition: (position) => this.#acknowledge(position),
        scheduleTask: (delayMs, task) => this.#scheduleTask(delayMs, task),
      }),
    );
    while (!this.#isStopped) {
      if (this.#mode !== 'paused') {
        this.#isAtWork = true;
        await this.#exportWhatIsThere(exporter);
        this.#isAtWork = false;
      }
      if (this.#isStopped) break;
      if (this.#mode !== 'paused' && this.#lastRead < this.#options.log.lastPosition) continue;
      await this.#wait();
    }
  }

  async #exportWhatIsThere(exporter: Exporter): Promise<void> {
    const { log, partitionId, logger } = this.#options;
    if (this.#lastRead >= log.lastPosition) return;
    let from = this.#lastRead + 1;
    if (from < log.firstPosition) {
      if (this.#lastRead > 0) {
        logger.warn(
          { from, firstPosition: log.firstPosition },
          'The log no longer holds the records behind the stored position; they were acknowledged before. Going on with the first one it has',
        );
      }
      from = log.firstPosition;
    }
    for await (const { data } of log.read(from)) {
      for (const record of readBatch(data).records) {
        if (record.position < from) continue;
        const delivery = this.#deliver(exporter, new RecordView(partitionId, record));
        if (delivery !== true && !(await delivery)) return;
      }
      // Reading a long log would otherwise keep the partition's own thread for itself.
      await new Promise(setImmediate);
      if (this.#isStopped || this.#mode === 'paused') return;
    }
    const { flush } = exporter;
    if (flush !== undefined) await this.#retrying('flush', () => flush.call(exporter));
  }

  /**
   * Answers at once where the exporter does: waiting for a promise per record would double what a record costs.
   * @returns `false` when the exporter was stopped or paused before the record was taken.
   */
  #deliver(exporter: Exporter, view: RecordView): boolean | Promise<boolean> {
    const { position } = view.record;
    if (!this.#accepts(view.record)) {
      this.#lastRead = position;
      this.#scheduleStoring();
      return true;
    }
    const before = { delivered: this.#lastDelivered, read: this.#lastRead };
    // Set before the call: the exporter may acknowledge the record within it.
    this.#lastDelivered = position;
    this.#lastRead = position;
    let exported: void | Promise<void>;
    try {
      exported = exporter.export(view);
    } catch (error) {
      exported = Promise.reject(error);
    }
    if (exported === undefined) return true;
    return this.#finishDelivery(exporter, view, exported, before);
  }

  async #finishDelivery(
    exporter: Exporter,
    view: RecordView,
    exported: Promise<void>,
    before: { readonly delivered: number; readonly read: number },
  ): Promise<boolean> {
    let attempt = (): void | Promise<void> => {
      attempt = () => exporter.export(view);
      return exported;
    };
    if (await this.#retrying('export', () => attempt(), view.record.position)) return true;
    this.#lastDelivered = before.delivered;
    this.#lastRead = before.read;
    return false;
  }

  #accepts(record: LogRecord): boolean {
    const filter = this.#filter;
    if (filter === undefined) return true;
    return (
      (filter.recordTypes?.includes(record.recordType) ?? true) &&
      (filter.valueTypes?.includes(record.valueType) ?? true) &&
      (filter.accepts?.(record) ?? true)
    );
  }

  /** @returns `false` when stopped, or paused, before the action succeeded. */
  async #retrying(what: string, action: () => void | Promise<void>, position?: number): Promise<boolean> {
    let waitMs = RETRY_MS_MIN;
    while (!this.#isStopped) {
      try {
        await action();
        return true;
      } catch (error) {
        this.#failures++;
        this.#options.logger.warn(
          { err: error, position, nextTryMs: waitMs },
          `The exporter failed to ${what}; it is tried again`,
        );
      }
      await this.#pause(waitMs);
      if (this.#mode === 'paused') return false;
      waitMs = Math.min(waitMs * 2, RETRY_MS_MAX);
    }
    return false;
  }

  #acknowledge(position: number): void {
    if (position <= this.#acknowledged) return;
    this.#acknowledged = position;
    this.#scheduleStoring();
  }

  #scheduleStoring(): void {
    if (this.#cancelStoring !== undefined || this.#isStopped) return;
    this.#cancelStoring = this.#options.clock.schedule(POSITION_INTERVAL_MS, () => {
      this.#cancelStoring = undefined;
      this.persistPosition().catch((error: unknown) => {
        this.#options.logger.warn({ err: error }, 'The exported position could not be stored; it is tried again');
        this.#scheduleStoring();
      });
    });
  }

  #scheduleTask(delayMs: number, task: () => void | Promise<void>): () => void {
    const cancel = this.#options.clock.schedule(delayMs, async () => {
      this.#tasks.delete(cancel);
      try {
        await task();
      } catch (error) {
        this.#failures++;
        this.#options.logger.warn({ err: error }, 'A task of the exporter failed');
      }
    });
    this.#tasks.add(cancel);
    return () => {
      this.#tasks.delete(cancel);
      cancel();
    };
  }

  /** Waits for more records, another mode or the end. */
  #wait(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }

  /** Waits; the end and another mode cut it short, new records do not. */
  async #pause(waitMs: number): Promise<void> {
    const mode = this.#mode;
    let isOver = false;
    const cancel = this.#options.clock.schedule(waitMs, () => {
      isOver = true;
      this.wake();
    });
    while (!isOver && !this.#isStopped && this.#mode === mode) await this.#wait();
    cancel();
  }
}
