/**
 * Brings what partitions tell into one database.
 *
 * 1. Records of a partition come in order; what was committed and up to where is one transaction, so each record counts once
 *    whatever dies when.
 * 2. One transaction takes all that came meanwhile, up to a limit: under load it grows and costs less per record, otherwise
 *    a record is visible at once.
 * 3. The record history, where one is kept, has what the database has: it gets the same decoded records, first.
 * 4. A database that fails is tried again for ever; only the read side waits and the log grows.
 */
import { type Key, type LogRecord, readBatch } from '@waggle/protocol';
import { type HistoryBatch, historyBatch, type RecordHistory, SecondaryStorageError } from '@waggle/secondary-storage';
import { isAuditedCommand } from './audit-log/fold-audit-log.ts';
import type { ChangeCollector } from './changes/change-collector.ts';
import type { FoldContext } from './fold.ts';
import { foldRecord } from './folds.ts';
import { openBatchOperations } from './open-batch-operations.ts';
import { ProcessDefinitions } from './process-definitions.ts';
import { type Removed, Retention } from './retention/retention.ts';
import { DEFAULT_RETENTION, type RetentionSettings } from './retention/retention-settings.ts';
import { RowChanges } from './row-changes.ts';
import { withKeys } from './store-transaction.ts';
import type { StoreWriter } from './store-writer.ts';

/** Encoded bytes of one transaction: some ten thousand records, some hundred milliseconds. */
const TRANSACTION_BYTES_MAX = 4 * 1024 * 1024;
/** A search that waits for a deletion of very many instances finds the last of them for a while. */
const REMOVAL_MS_MAX = 50;
const RETRY_MS_MIN = 100;
const RETRY_MS_MAX = 10_000;

export interface RdbmsExportOptions {
  readonly writer: StoreWriter;
  /** How long what ends is kept. Default {@link DEFAULT_RETENTION}. */
  readonly retention?: RetentionSettings | undefined;
  /** Default: none is kept. */
  readonly history?: Pick<RecordHistory, 'open' | 'append'> | undefined;
  /** Told what each transaction changes. Default: nobody is. */
  readonly changes?: ChangeCollector | undefined;
  /** A partition's records up to this position are committed: searches see them. */
  onCommitted(partitionId: number, position: number, bytes: number): void;
  onFailure(error: unknown, nextTryMs: number): void;
  /** What clients asked to forget is gone. */
  onRemoved?(removed: Removed): void;
  /** Clients asked to forget more than is removed at once: the rest is the retention's. */
  onRemovalLeft?(): void;
  /** Whoever searches shall find the items of a batch operation and bring them to its partitions. */
  onItemsWanted?(batchOperationKey: Key): void;
}

const INSTANCES_OF_INCIDENTS = `
  SELECT DISTINCT process_instance_key FROM process_instance
  WHERE process_instance_key IN (SELECT scope_key FROM incident_scope WHERE incident_key IN (?))`;

interface WaitingBatch {
  readonly partitionId: number;
  readonly lastPosition: number;
  readonly data: Uint8Array;
}

export class RdbmsExport {
  readonly #options: RdbmsExportOptions;
  readonly #retention: Retention;
  readonly #definitions = new ProcessDefinitions();
  readonly #changes = new RowChanges();
  /** What is committed, by partition. */
  readonly #positions = new Map<number, number>();
  #waiting: WaitingBatch[] = [];
  #running: Promise<void> | undefined;
  /** Ends when nobody writes. */
  #turn: Promise<void> = Promise.resolve();
  #isRemovalAsked = false;
  #isClosed = false;

  constructor(options: RdbmsExportOptions) {
    this.#options = options;
    this.#retention = new Retention(options.writer, options.retention ?? DEFAULT_RETENTION);
  }

  /** Reads what the database holds. */
  async open(): Promise<void> {
    const { writer, onItemsWanted } = this.#options;
    for (const [partitionId, position] of await writer.exportedPositions()) this.#positions.set(partitionId, position);
    for (const [key, names] of await writer.processDefinitionNames()) this.#definitions.set(key, names);
    for (const key of await writer.transact(openBatchOperations)) onItemsWanted?.(key);
  }

  /** Up to where a partition's records are committed; 0 = none are. */
  position(partitionId: number): number {
    return this.#positions.get(partitionId) ?? 0;
  }

  /** Behind which a partition's records are wanted: the database, or the history, lacks them. */
  resumePosition(partitionId: number): number {
    const position = this.position(partitionId);
    return Math.min(position, this.#options.history?.open(partitionId, position) ?? position);
  }

  /** Takes an encoded batch of a partition's log; returns at once. */
  add(partitionId: number, lastPosition: number, data: Uint8Array): void {
    this.#waiting.push({ partitionId, lastPosition, data });
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
    });
  }

  /** Runs an action that writes the database too, between two transactions. */
  async exclusively<Result>(action: () => Promise<Result>): Promise<Result> {
    const before = this.#turn;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#turn = promise;
    await before;
    try {
      return await action();
    } finally {
      resolve();
    }
  }

  /** Commits what came and stops. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#running;
  }

  async #run(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batches = this.#take();
      if (!(await this.exclusively(() => this.#commit(batches)))) return;
      // Messages with further batches are received between two transactions.
      await new Promise(setImmediate);
    }
  }

  #take(): readonly WaitingBatch[] {
    let bytes = 0;
    let count = 0;
    while (count < this.#waiting.length && (count === 0 || bytes < TRANSACTION_BYTES_MAX)) {
      bytes += this.#waiting[count]!.data.length;
      count++;
    }
    return this.#waiting.splice(0, count);
  }

  /** @returns `false` when it was given up because the export closes. @throws the database moved: start anew from where it is. */
  async #commit(batches: readonly WaitingBatch[]): Promise<boolean> {
    const { writer, history, changes, onCommitted, onFailure } = this.#options;
    changes?.begin();
    const positions = new Map<number, number>();
    const kept = new Map<number, HistoryBatch[]>();
    const actions: (() => void)[] = [];
    for (const { partitionId, lastPosition, data } of batches) {
      const from = positions.get(partitionId) ?? this.position(partitionId);
      if (lastPosition <= from && history === undefined) continue;
      const { records } = readBatch(data);
      if (history !== undefined) addTo(kept, partitionId, historyBatch(partitionId, data, records));
      if (lastPosition <= from) continue;
      this.#fold(partitionId, records, from, (action) => actions.push(action));
      positions.set(partitionId, lastPosition);
    }
    for (let tries = 0, waitMs = RETRY_MS_MIN; ; tries++, waitMs = Math.min(waitMs * 2, RETRY_MS_MAX)) {
      try {
        // What is kept already is skipped, so a second try is none.
        for (const [partitionId, own] of kept) history?.append(partitionId, own);
        if (positions.size === 0) break;
        // A commit whose answer was lost with the connection may have succeeded; a second one would count twice.
        if (tries > 0 && this.#isStored(await writer.exportedPositions(), positions)) break;
        await writer.commit(this.#changes, positions);
        break;
      } catch (error) {
        onFailure(error, waitMs);
        if (error instanceof SecondaryStorageError && error.code === 'POSITIONS_CHANGED') throw error;
        // What waits stays in the logs; the next start resumes at what is stored.
        if (this.#isClosed) return false;
        await new Promise((resolve) => setTimeout(resolve, waitMs));
      }
    }
    this.#changes.clear();
    await this.#removeAsked();
    for (const action of actions) action();
    for (const [partitionId, position] of positions) this.#positions.set(partitionId, position);
    // Batches that only the history lacked lie behind what the database holds.
    for (const { partitionId, data } of batches) onCommitted(partitionId, this.position(partitionId), data.length);
    await changes?.commit((incidentKeys) => this.#instancesOf(incidentKeys));
    return true;
  }

  /** What a client asked to forget is not found any more when the answer to that is. */
  async #removeAsked(): Promise<void> {
    if (!this.#isRemovalAsked) return;
    this.#isRemovalAsked = false;
    try {
      const endMs = performance.now() + REMOVAL_MS_MAX;
      for (;;) {
        const removed = await this.#retention.removeAsked();
        if (removed === undefined) break;
        this.#options.onRemoved?.(removed);
        if (performance.now() < endMs) continue;
        this.#options.onRemovalLeft?.();
        break;
      }
    } catch (error) {
      // It is noted in the database, so the retention does it later.
      this.#options.onFailure(error, 0);
    }
  }

  /** The process instances that incidents are within, up to the root; `undefined` = the database does not say. */
  async #instancesOf(incidentKeys: readonly Key[]): Promise<readonly Key[] | undefined> {
    try {
      const keys = await this.#options.writer.transact((transaction) =>
        transaction.keys(...withKeys(INSTANCES_OF_INCIDENTS, incidentKeys)),
      );
      return keys as readonly Key[];
    } catch (error) {
      // The changes themselves are committed, so this is no failure of the export; who watches is told too much then.
      this.#options.onFailure(error, 0);
      return undefined;
    }
  }

  /**
   * Whether the database holds what was to be committed. A database that holds neither that nor what it held before was
   * restored from a backup, or is a standby that was behind: what is in memory does not fit it any more.
   * @throws {SecondaryStorageError} POSITIONS_CHANGED
   */
  #isStored(stored: Positions, positions: Positions): boolean {
    if (holds(stored, positions)) return true;
    if (holds(stored, this.#positions)) return false;
    throw new SecondaryStorageError(
      'POSITIONS_CHANGED',
      `Expected the secondary storage to hold records up to ${told(this.#positions)}, but it holds ${told(stored)}. The export goes on from there`,
    );
  }

  #fold(
    partitionId: number,
    records: readonly LogRecord[],
    from: number,
    afterCommit: FoldContext['afterCommit'],
  ): void {
    const commands = new Map<number, LogRecord>();
    const context: FoldContext = {
      changes: this.#changes,
      partitionId,
      definitions: this.#definitions,
      isFirstPartition: partitionId === 1,
      commands,
      wantItems: (key) => afterCommit(() => this.#options.onItemsWanted?.(key)),
      retention: this.#options.retention ?? DEFAULT_RETENTION,
      onRemovalAsked: () => {
        this.#isRemovalAsked = true;
      },
      afterCommit,
    };
    const watching = this.#options.changes?.isWatched === true ? this.#options.changes : undefined;
    for (const record of records) {
      if (isAuditedCommand(record)) commands.set(record.position, record);
      if (record.position <= from) continue;
      const { count } = this.#changes;
      foldRecord(record, context);
      if (watching !== undefined && this.#changes.count > count) watching.add(record);
    }
  }
}

type Positions = ReadonlyMap<number, number>;

function addTo(kept: Map<number, HistoryBatch[]>, partitionId: number, batch: HistoryBatch): void {
  const batches = kept.get(partitionId);
  if (batches === undefined) kept.set(partitionId, [batch]);
  else batches.push(batch);
}

function holds(stored: Positions, positions: Positions): boolean {
  return positions.entries().every(([partitionId, position]) => stored.get(partitionId) === position);
}

function told(positions: Positions): string {
  if (positions.size === 0) return 'none';
  return [...positions].map(([partitionId, position]) => `${position} of partition ${partitionId}`).join(', ');
}
