/**
 * Live objects over LMDB, written behind.
 *
 * 1. Changes stay in memory until a checkpoint; deleted within the same checkpoint they never reach the disk.
 * 2. A checkpoint freezes what changed and writes it, in slices between other work, in one transaction together with
 *    the position of the log it reflects. Reads and changes go on meanwhile.
 * 3. Rows on disk are cached up to `cacheRowsMax`; everything else is read again when asked for.
 */
import type {
  CheckpointMetadata,
  GroupedStateTable,
  PersistentStateStore,
  StateEntry,
  StateKey,
  StateMark,
  StateSchedule,
  StateTable,
} from '@waggle/engine';
import { StateCheckpointError, StateUsageError } from '../errors.ts';
import { type TableKind, TableRegistry } from '../table-registry.ts';
import { UndoJournal } from '../undo-journal.ts';
import type { CheckpointedTable } from './checkpointed-table.ts';
import { CacheBudget } from './clean-cache.ts';
import { Disk, type DiskWriter } from './disk.ts';
import { LmdbGroupedTable } from './lmdb-grouped-table.ts';
import { LmdbSchedule } from './lmdb-schedule.ts';
import { LmdbTable, type LmdbTableParts } from './lmdb-table.ts';
import { runInSlices, SLICE_MS_DEFAULT } from './run-in-slices.ts';
import {
  HEADER_TABLE,
  readStateHeader,
  STATE_FORMAT,
  type StateHeader,
  type StoredTable,
  writeStateHeader,
} from './state-header.ts';

/** About 300 MB of ordinary rows. */
const CACHE_ROWS_MAX_DEFAULT = 500_000;

export interface LmdbStateOptions {
  /** Created when missing. One store at a time may have it open: keeping others out is up to the owner of the data folder. */
  readonly folder: string;
  /**
   * Rows of the last checkpoint kept in memory, for all tables together; a row larger than 1 kB counts once per kB.
   * Rows changed since then come on top. Default 500,000.
   */
  readonly cacheRowsMax?: number;
  /**
   * Milliseconds a checkpoint works at a time before other work gets its turn. Shorter = steadier latency, longer
   * checkpoints. Default 1.5.
   */
  readonly checkpointSliceMs?: number;
}

export interface LmdbStateStore extends PersistentStateStore {
  /** Changes waiting for the next checkpoint, about: all of them are in memory, so checkpoint before they are too many. */
  readonly dirtyCount: number;
  /** Whether a checkpoint is running; a second one is refused meanwhile. */
  readonly isCheckpointing: boolean;
}

/**
 * Opens the state in a folder as its last checkpoint left it. The files grow as needed and do not shrink.
 *
 * `checkpoint` rejects with {StateCheckpointError} while another runs, while changes can still be undone, and when
 * writing fails; the state then stays whole in memory, and the next checkpoint writes everything.
 * @throws {StateDamagedError} the files cannot be read. {StateFormatError} a newer release wrote them.
 */
export function openLmdbStateStore(options: LmdbStateOptions): LmdbStateStore {
  const disk = new Disk(options.folder);
  try {
    return new LmdbStore(disk, readStateHeader(disk), options);
  } catch (error) {
    // Nothing was written, so there is nothing to wait for; the error is what the caller needs.
    void disk.close();
    throw error;
  }
}

class LmdbStore implements LmdbStateStore {
  readonly #disk: Disk;
  readonly #journal = new UndoJournal();
  readonly #budget: CacheBudget;
  readonly #sliceMs: number;
  readonly #tables = new TableRegistry<CheckpointedTable>();
  readonly #stored = new Map<string, StoredTable>();
  #lastTableId: number;
  #metadata: CheckpointMetadata = { position: 0, keyCounter: 0n };
  #running: Promise<void> | undefined;
  #isClosed = false;

  constructor(disk: Disk, header: StateHeader | undefined, options: LmdbStateOptions) {
    this.#disk = disk;
    this.#budget = new CacheBudget(options.cacheRowsMax ?? CACHE_ROWS_MAX_DEFAULT);
    this.#sliceMs = options.checkpointSliceMs ?? SLICE_MS_DEFAULT;
    this.#lastTableId = HEADER_TABLE;
    if (header === undefined) return;
    this.#metadata = { position: header.position, keyCounter: header.keyCounter };
    for (const table of header.tables) {
      this.#stored.set(table.name, table);
      this.#lastTableId = Math.max(this.#lastTableId, table.id);
    }
  }

  table<RowKey extends StateKey, Row>(name: string): StateTable<RowKey, Row> {
    return this.#open(name, 'rows', (parts) => new LmdbTable<RowKey, Row>(parts));
  }

  groupedTable<Group extends StateKey, Member extends StateKey, Row>(
    name: string,
  ): GroupedStateTable<Group, Member, Row> {
    return this.#open(name, 'groups', (parts) => new LmdbGroupedTable<Group, Member, Row>(parts));
  }

  schedule(name: string): StateSchedule {
    return this.#open(name, 'schedule', (parts) => new LmdbSchedule(parts));
  }

  mark(): StateMark {
    return this.#journal.mark();
  }

  rollBack(mark: StateMark): void {
    this.#journal.rollBack(mark);
  }

  release(mark: StateMark): void {
    this.#journal.release(mark);
  }

  *dump(): Generator<StateEntry> {
    for (const { name, kind } of this.#stored.values()) this.#openAny(name, kind);
    for (const table of this.#tables.inOrder()) yield* table.dump();
  }

  get checkpointMetadata(): CheckpointMetadata {
    return this.#metadata;
  }

  get dirtyCount(): number {
    let count = 0;
    for (const table of this.#tables.all()) count += table.dirtyCount;
    return count;
  }

  get isCheckpointing(): boolean {
    return this.#running !== undefined;
  }

  checkpoint(metadata: CheckpointMetadata): Promise<void> {
    if (this.#isClosed) return refuse('Expected an open state store to write a checkpoint, but it is closed');
    if (this.#running !== undefined) {
      return refuse('Expected one checkpoint at a time, but another is being written. Wait until it resolves');
    }
    if (!this.#journal.isEmpty) {
      return refuse('Expected all marks to be released before a checkpoint, but changes can still be undone');
    }
    const tables = [...this.#tables.all()];
    for (const table of tables) table.freeze();
    this.#running = this.#write(tables, { position: metadata.position, keyCounter: metadata.keyCounter }).finally(
      () => {
        this.#running = undefined;
      },
    );
    return this.#running;
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    // Whoever called `checkpoint` hears of its failure.
    await this.#running?.catch(() => undefined);
    await this.#disk.close();
  }

  async #write(tables: readonly CheckpointedTable[], metadata: CheckpointMetadata): Promise<void> {
    try {
      await this.#disk.transact(async (writer) => {
        await runInSlices(writeAll(tables, writer), this.#sliceMs);
        writeStateHeader(writer, { format: STATE_FORMAT, ...metadata, tables: this.#storedTables(tables) });
      });
    } catch (error) {
      for (const table of tables) table.thaw();
      throw await checkpointError(this.#disk.folder, error);
    }
    this.#metadata = metadata;
    await runInSlices(settleAll(tables), this.#sliceMs);
  }

  /** Tables nobody opened since the start are as they were. */
  #storedTables(tables: readonly CheckpointedTable[]): readonly StoredTable[] {
    for (const table of tables) {
      const { name, kind, id } = table;
      this.#stored.set(name, { name, kind, id, extent: table.nextExtent() });
    }
    return [...this.#stored.values()];
  }

  #open<Table extends CheckpointedTable>(
    name: string,
    kind: Table['kind'],
    create: (parts: LmdbTableParts) => Table,
  ): Table {
    return this.#tables.open(name, kind, () => {
      const stored = this.#stored.get(name);
      if (stored !== undefined && stored.kind !== kind) {
        throw new StateUsageError(
          `Expected table "${name}" of "${this.#disk.folder}" to be of kind ${kind}, but on disk it is ${stored.kind}. Use another name`,
        );
      }
      const id = stored?.id ?? ++this.#lastTableId;
      return create({
        name,
        id,
        journal: this.#journal,
        disk: this.#disk,
        budget: this.#budget,
        extent: stored?.extent,
      });
    });
  }

  #openAny(name: string, kind: TableKind): void {
    if (kind === 'rows') this.table(name);
    else if (kind === 'groups') this.groupedTable(name);
    else this.schedule(name);
  }
}

function* writeAll(tables: readonly CheckpointedTable[], writer: DiskWriter): Generator<void> {
  for (const table of tables) yield* table.writeFrozen(writer);
}

function* settleAll(tables: readonly CheckpointedTable[]): Generator<void> {
  for (const table of tables) yield* table.settle();
}

function refuse(message: string): Promise<never> {
  return Promise.reject(new StateCheckpointError(message));
}

/** LMDB tells that a commit failed, and apart from that why. */
async function checkpointError(folder: string, error: unknown): Promise<StateCheckpointError> {
  const { commitError } = error as { commitError?: Promise<never> };
  const cause: unknown = commitError === undefined ? error : await commitError.catch((reason: unknown) => reason);
  return new StateCheckpointError(
    `Expected to write a checkpoint to "${folder}", but ${(cause as Error).message}. Check space and rights of the disk; ` +
      'the state is whole in memory, and the next checkpoint writes everything',
    { cause },
  );
}
