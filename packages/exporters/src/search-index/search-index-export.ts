/**
 * Brings what partitions tell into the indices of a search engine.
 *
 * 1. Records of a partition come in order and are written under an id of their own: one that is written again, after a crash
 *    or an answer that was lost, is the same document.
 * 2. A bulk goes when it is full, or old; one at a time, so that a slow server is not made slower.
 * 3. A server that fails or refuses is tried again for ever, with growing pauses; only this exporter waits and the log grows.
 */
import { type LogRecord, readBatch, recordJson } from '@waggle/protocol';
import { Bulk } from './bulk.ts';
import { SearchServerError } from './errors.ts';
import type { ExportState, ExportStateStore, PartitionExportState } from './export-state.ts';
import { IndexNames } from './index-names.ts';
import { recordFilter } from './record-filter.ts';
import type { SearchIndexSettings } from './search-index-settings.ts';
import type { SearchProduct } from './search-product.ts';
import { SearchServer } from './search-server.ts';
import { setUpSearchServer } from './set-up-search-server.ts';

const RETRY_MS_MIN = 100;
/** An outage may last for hours; asking more often would only make the recovery harder. */
const RETRY_MS_MAX = 10_000;
/** The state is kept at most this often: losing the last one only means writing some records twice. */
const STATE_INTERVAL_MS = 1_000;
/** How long the last bulk may take when the export closes. */
const CLOSE_MS_MAX = 5_000;
/** Sequences begin a number range for each partition, as keys do. */
const SEQUENCE_PARTITION_BITS = 51n;

export interface SearchIndexExportOptions {
  readonly settings: SearchIndexSettings;
  readonly product: SearchProduct;
  readonly stateStore: ExportStateStore;
  /** Default: STATE_INTERVAL_MS. */
  readonly stateIntervalMs?: number;
  /** A partition's records up to this position are written, and that is remembered. */
  onStored(partitionId: number, position: number): void;
  /** So many bytes were taken off the feed. */
  onTaken(partitionId: number, bytes: number): void;
  onFailure(error: unknown, nextTryMs: number): void;
  /** The server did something again after failures. */
  onRecovered(): void;
  /** A bulk was written. */
  onWritten(records: number, bytes: number): void;
}

interface WaitingBatch {
  readonly partitionId: number;
  readonly lastPosition: number;
  readonly data: Uint8Array;
}

/** A partition's state while its records are collected. */
interface Collected {
  position: number;
  readonly written: Record<string, number>;
}

export class SearchIndexExport {
  readonly #options: SearchIndexExportOptions;
  readonly #server: SearchServer;
  readonly #names: IndexNames;
  readonly #accepts: (record: LogRecord) => boolean;
  readonly #stateIntervalMs: number;
  readonly #collected = new Map<number, Collected>();
  #stored: ExportState = new Map();
  /** Written, and not yet remembered. */
  #written: ExportState = new Map();
  #storedAtMs = 0;
  #bulk = new Bulk();
  #bulkSinceMs = 0;
  #waiting: WaitingBatch[] = [];
  #running: Promise<void> | undefined;
  #wake: (() => void) | undefined;
  #isClosing = false;

  constructor(options: SearchIndexExportOptions) {
    this.#options = options;
    this.#server = new SearchServer(options.settings);
    this.#names = new IndexNames(options.settings.index);
    this.#accepts = recordFilter(options.settings.filter);
    this.#stateIntervalMs = options.stateIntervalMs ?? STATE_INTERVAL_MS;
  }

  /** Reads how far it is, and begins. @throws {ExporterArgumentError} what it remembers cannot be read. */
  open(): void {
    this.#stored = this.#options.stateStore.read();
    this.#written = this.#stored;
    for (const [partitionId, { position, written }] of this.#stored) {
      this.#collected.set(partitionId, { position, written: { ...written } });
    }
    // What was written before it was given up is remembered all the same.
    this.#running = this.#run().finally(() => this.#remember());
  }

  /** Up to where a partition's records are written, and remembered to be; 0 = none are. */
  position(partitionId: number): number {
    return this.#stored.get(partitionId)?.position ?? 0;
  }

  /** Takes an encoded batch of a partition's log; returns at once. */
  add(partitionId: number, lastPosition: number, data: Uint8Array): void {
    this.#waiting.push({ partitionId, lastPosition, data });
    this.#wake?.();
  }

  /** Writes what came, unless the server is away, and stops. */
  async close(): Promise<void> {
    this.#isClosing = true;
    this.#wake?.();
    // A server that does not answer would keep ours from stopping.
    const timer = setTimeout(() => this.#server.close(), CLOSE_MS_MAX);
    await this.#running;
    clearTimeout(timer);
    this.#server.close();
  }

  async #run(): Promise<void> {
    const { settings, product } = this.#options;
    if (!(await this.#retrying(() => setUpSearchServer(this.#server, product, settings, this.#names)))) return;
    for (;;) {
      const batch = this.#waiting.shift();
      if (batch !== undefined) {
        if (!(await this.#collect(batch))) return;
        continue;
      }
      const dueInMs = this.#dueInMs();
      if ((dueInMs !== undefined && dueInMs <= 0) || this.#isClosing) {
        if (!(await this.#flush())) return;
        if (this.#isClosing) return;
        continue;
      }
      await this.#pause(dueInMs);
    }
  }

  /** @returns `false` when it was given up because the export closes. */
  async #collect({ partitionId, lastPosition, data }: WaitingBatch): Promise<boolean> {
    const { settings, onTaken } = this.#options;
    const collected = this.#collectedOf(partitionId);
    if (lastPosition > collected.position) {
      for (const record of readBatch(data).records) {
        if (record.position <= collected.position) continue;
        if (this.#accepts(record)) this.#add(partitionId, record, collected);
        collected.position = record.position;
        const isFull = this.#bulk.size >= settings.bulk.size || this.#bulk.bytes >= settings.bulk.memoryLimit;
        if (isFull && !(await this.#flush())) return false;
      }
    }
    onTaken(partitionId, data.length);
    return true;
  }

  #add(partitionId: number, record: LogRecord, { written }: Collected): void {
    const count = (written[record.valueType] ?? 0) + 1;
    written[record.valueType] = count;
    const sequence = (BigInt(partitionId) << SEQUENCE_PARTITION_BITS) + BigInt(count);
    if (this.#bulk.size === 0) this.#bulkSinceMs = performance.now();
    this.#bulk.add({
      index: this.#names.index(record),
      id: `${partitionId}-${record.position}`,
      routing: String(partitionId),
      json: recordJson(partitionId, record, `"sequence":${sequence}`),
    });
  }

  #collectedOf(partitionId: number): Collected {
    let collected = this.#collected.get(partitionId);
    if (collected === undefined) {
      collected = { position: 0, written: {} };
      this.#collected.set(partitionId, collected);
    }
    return collected;
  }

  /** Sends the bulk until it is empty. @returns `false` when it was given up because the export closes. */
  async #flush(): Promise<boolean> {
    const { size, bytes } = this.#bulk;
    if (size > 0) {
      if (!(await this.#retrying(() => this.#bulk.send(this.#server)))) return false;
      this.#options.onWritten(size, bytes);
    }
    this.#written = new Map(
      [...this.#collected].map(([partitionId, { position, written }]) => [
        partitionId,
        { position, written: { ...written } } satisfies PartitionExportState,
      ]),
    );
    if (performance.now() - this.#storedAtMs >= this.#stateIntervalMs) this.#remember();
    return true;
  }

  /** The log may let go of what is written, once that is remembered. */
  #remember(): void {
    if (this.#written === this.#stored) return;
    this.#storedAtMs = performance.now();
    try {
      this.#options.stateStore.write(this.#written);
    } catch (error) {
      // The log keeps what is not remembered; the next bulk tries again.
      this.#options.onFailure(error, this.#stateIntervalMs);
      return;
    }
    this.#stored = this.#written;
    for (const [partitionId, { position }] of this.#stored) this.#options.onStored(partitionId, position);
  }

  /** Until something is due although no batch comes; `undefined` = nothing is. */
  #dueInMs(): number | undefined {
    const nowMs = performance.now();
    if (this.#bulk.size > 0) return this.#bulkSinceMs + this.#options.settings.bulk.delayMs - nowMs;
    // Records that nobody wants are done with, too.
    const isBehind = [...this.#collected].some(([id, { position }]) => position > this.position(id));
    return isBehind ? this.#storedAtMs + this.#stateIntervalMs - nowMs : undefined;
  }

  async #retrying(action: () => Promise<void>): Promise<boolean> {
    for (let tries = 1, waitMs = RETRY_MS_MIN; ; tries++, waitMs = Math.min(waitMs * 2, RETRY_MS_MAX)) {
      try {
        await action();
        if (tries > 1) this.#options.onRecovered();
        return true;
      } catch (error) {
        const askedMs = error instanceof SearchServerError ? error.retryAfterMs : undefined;
        const pauseMs = Math.max(waitMs, askedMs ?? 0);
        this.#options.onFailure(error, pauseMs);
        // What is not written stays in the logs; the next start goes on behind what is remembered.
        if (this.#isClosing) return false;
        await this.#pauseWhole(pauseMs);
      }
    }
  }

  /** Waits for a batch, the time, or the end. */
  #pause(ms: number | undefined): Promise<void> {
    return new Promise((resolve) => {
      const timer = ms === undefined ? undefined : setTimeout(resolve, ms);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
      // Something may have come before.
      if (this.#waiting.length > 0 || this.#isClosing) this.#wake();
    });
  }

  /** Waits for the time or the end; batches do not cut it short. */
  async #pauseWhole(ms: number): Promise<void> {
    const endMs = performance.now() + ms;
    while (!this.#isClosing && performance.now() < endMs) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, Math.max(0, endMs - performance.now()));
        this.#wake = () => {
          if (!this.#isClosing) return;
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }
}
