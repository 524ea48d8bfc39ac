/**
 * The rows of the last checkpoint in one LMDB database.
 *
 * 1. Two handles on the same files. While a checkpoint writes through one over many turns of the event loop, the other
 *    reads what was committed before; a single handle would read inside the unfinished transaction.
 * 2. LMDB's default crash-safe mode: a process killed, or a machine that loses power, finds the last flushed checkpoint.
 * 3. The files grow as needed and never shrink; space of deleted rows is used again.
 */
import { type Database, open, type RootDatabase } from 'lmdb';
import { StateDamagedError } from '../errors.ts';
import { compareKeyPaths } from '../sorted/compare-keys.ts';
import type { SortedPairs } from '../sorted/sorted-pairs.ts';
import {
  type DecodedDiskKey,
  type DiskKey,
  type DiskKeyEdge,
  type DiskKeyPart,
  diskKeyEncoder,
  isLongText,
} from './disk-key.ts';
import { encodeRow, RowDecoder } from './row-codec.ts';
import { prepareStateFiles } from './state-files.ts';

/** A page of large rows ends early: variables may have megabytes each. */
const PAGE_BYTES_MAX = 1 << 20;

/** Rows read at once when a whole table is walked. */
const WALK_PAGE_ROWS = 256;

export interface DiskRow {
  readonly first: DiskKeyPart;
  readonly second: DiskKeyPart | undefined;
  readonly row: unknown;
}

/** Some members of a group in order. */
export interface MemberPage {
  readonly pairs: SortedPairs;
  /** No member comes behind these. */
  readonly isEnd: boolean;
}

type Handle = RootDatabase<unknown, never>;

export class Disk {
  readonly folder: string;
  readonly #reader: Handle;
  readonly #writer: Handle;
  readonly #decoder = new RowDecoder();

  /** @throws {StateDamagedError} the files cannot be opened. */
  constructor(folder: string) {
    this.folder = folder;
    prepareStateFiles(folder);
    try {
      // Batching by turns makes a second promise per commit that nobody holds: a failed commit would end the process.
      this.#writer = openHandle(folder, { encoding: 'binary', eventTurnBatching: false });
      this.#reader = openHandle(folder, { encoder: this.#decoder });
    } catch (error) {
      throw new StateDamagedError(folder, `LMDB cannot open it (${(error as Error).message})`, { cause: error });
    }
  }

  get(table: number, first: DiskKeyPart, second?: DiskKeyPart): unknown {
    try {
      const value = this.#reader.get(diskKey(table, first, second, 'exact'));
      return value !== undefined && (isLongText(first) || isLongText(second)) ? longRow(value).row : value;
    } catch (error) {
      throw this.#damaged(error);
    }
  }

  /** At least one and about `rowsMax` members of a group behind `after`. */
  membersBehind(table: number, group: DiskKeyPart, after: DiskKeyPart | undefined, rowsMax: number): MemberPage {
    const pairs: SortedPairs = [];
    const page = this.#readPage(
      diskKey(table, group, after, after === undefined ? 'exact' : 'run'),
      diskKey(table, group, undefined, 'above'),
      rowsMax,
      (key) => key.isSecondLong,
      (row) => after === undefined || (row.second as bigint) > (after as bigint),
    );
    for (const row of page.rows) pairs.push(row.second, row.row);
    return { pairs, isEnd: page.isEnd };
  }

  /** All rows of a table in order of their keys. Rows of checkpoints that end meanwhile may or may not be among them. */
  *rows(table: number): Generator<DiskRow> {
    let last: DiskRow | undefined;
    for (;;) {
      const behind = last;
      const page = this.#readPage(
        diskKey(table, behind?.first, behind?.second, 'run'),
        diskKey(table, undefined, undefined, 'above'),
        WALK_PAGE_ROWS,
        (key) => key.isFirstLong || key.isSecondLong,
        (row) => behind === undefined || compareRows(row, behind) > 0,
      );
      yield* page.rows;
      if (page.isEnd) return;
      last = page.rows.at(-1);
    }
  }

  hasRows(): boolean {
    return (this.#reader.getStats() as { entryCount: number }).entryCount > 0;
  }

  /** Reads see what was committed up to now. */
  refresh(): void {
    this.#reader.resetReadTxn();
  }

  /**
   * Runs `write` in one transaction that becomes visible and durable as a whole or not at all.
   * @returns resolves when flushed.
   */
  async transact(write: (writer: DiskWriter) => Promise<void>): Promise<void> {
    // A child transaction, because only those are undone when their function throws.
    await this.#writer.childTransaction(() => write(new DiskWriter(this.#writer)));
    await this.#writer.flushed;
    this.refresh();
  }

  async close(): Promise<void> {
    await this.#reader.close();
    await this.#writer.close();
  }

  /**
   * @param isInRun whether rows around this one may be out of order: long texts that begin alike are in order only
   *   after sorting, so a page never ends among them.
   */
  #readPage(
    start: DiskKey,
    end: DiskKey,
    rowsMax: number,
    isInRun: (key: DecodedDiskKey) => boolean,
    isWanted: (row: DiskRow) => boolean,
  ): { rows: DiskRow[]; isEnd: boolean } {
    const rows: DiskRow[] = [];
    let bytes = 0;
    let needsOrder = false;
    try {
      for (const { key, value } of this.#reader.getRange({ start: start as never, end: end as never })) {
        const decoded = key as DecodedDiskKey;
        const isInside = isInRun(decoded);
        if ((rows.length >= rowsMax || bytes >= PAGE_BYTES_MAX) && !isInside) {
          return { rows: inOrder(rows, needsOrder), isEnd: false };
        }
        needsOrder ||= isInside;
        const isLong = decoded.isFirstLong || decoded.isSecondLong;
        const row = isLong ? longRow(value) : { first: decoded.first, second: decoded.second, row: value };
        if (!isWanted(row)) continue;
        rows.push(row);
        bytes += this.#decoder.lastBytes;
      }
    } catch (error) {
      throw this.#damaged(error);
    }
    return { rows: inOrder(rows, needsOrder), isEnd: true };
  }

  #damaged(error: unknown): StateDamagedError {
    if (error instanceof StateDamagedError) return error;
    return new StateDamagedError(this.folder, `a row cannot be read (${(error as Error).message})`, { cause: error });
  }
}

/** Puts and deletes rows of one transaction. */
export class DiskWriter {
  readonly #handle: Database<unknown, never>;

  constructor(handle: Database<unknown, never>) {
    this.#handle = handle;
  }

  put(table: number, first: DiskKeyPart, second: DiskKeyPart | undefined, row: unknown): void {
    const isLong = isLongText(first) || isLongText(second);
    const bytes = encodeRow(isLong ? [first, second, row] : row);
    void this.#handle.put(diskKey(table, first, second, 'exact'), bytes);
  }

  delete(table: number, first: DiskKeyPart, second: DiskKeyPart | undefined): void {
    void this.#handle.remove(diskKey(table, first, second, 'exact'));
  }
}

function openHandle(folder: string, coding: object): Handle {
  // A folder named "x.y" would be taken for a file without `noSubdir`.
  return open({ path: folder, noSubdir: false, keyEncoder: diskKeyEncoder, ...coding } as never);
}

/** Typed as `never`, because `lmdb` has no type for keys that a coder of ours understands. */
function diskKey(
  table: number,
  first: DiskKeyPart | undefined,
  second: DiskKeyPart | undefined,
  edge: DiskKeyEdge,
): never {
  return { table, first, second, edge } satisfies DiskKey as never;
}

function longRow(value: unknown): DiskRow {
  const [first, second, row] = value as [DiskKeyPart, DiskKeyPart | undefined, unknown];
  return { first, second, row };
}

function inOrder(rows: DiskRow[], needsOrder: boolean): DiskRow[] {
  return needsOrder ? rows.sort(compareRows) : rows;
}

function compareRows(left: DiskRow, right: DiskRow): number {
  return compareKeyPaths(keyPath(left), keyPath(right));
}

function keyPath(row: DiskRow): bigint[] {
  return (row.second === undefined ? [row.first] : [row.first, row.second]) as bigint[];
}
