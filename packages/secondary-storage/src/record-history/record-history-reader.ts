/**
 * Reads back the records of process instances, beside the thread that writes them: segments are only ever added to and
 * removed whole, and each block carries its checksum.
 */
import { join } from 'node:path';
import {
  counterOf,
  encodedRecordText,
  type Key,
  type LogRecord,
  partitionIdOf,
  readBatch,
  recordJson,
} from '@waggle/protocol';
import { BLOCK_HEADER_BYTES, batchesOf, blockBytes, decodeBlockHeader, isIntact } from './history-block.ts';
import { firstPositionOf, partitionHistoryFolder, segmentNames } from './history-folder.ts';
import { findBlocks, readBytes, readSummary, type SegmentSummary } from './history-index.ts';
import { OpenSegmentBlocks } from './open-segment-blocks.ts';
import { fileBytesOf, openToRead } from './open-to-read.ts';
import { recordsOfInstance } from './records-of-instance.ts';

/** Characters of a page: a few records of the largest payload. A record that is longer is a page of its own. */
const PAGE_LENGTH_MAX = 4 * 1024 * 1024;
/** A page that takes longer ends with what was found so far, so that nobody else waits for it. */
const PAGE_MS_MAX = 500;
/** Summaries of closed segments kept; a lookup reads those that are not, some microseconds each. */
const SUMMARIES_MAX = 100_000;
/** One for each partition there may be. */
const OPEN_SEGMENTS_MAX = 64;

/**
 * `json`: as exporters write it. `encoded`: a JSON string with the record as the log holds it, complete to the last field,
 * for who folds it (see encodedRecordText).
 */
export type HistoryForm = 'json' | 'encoded';

const lineOf = {
  json: recordJson,
  encoded: (partitionId: number, record: LogRecord) => `"${encodedRecordText(partitionId, record)}"`,
} as const satisfies Record<HistoryForm, unknown>;

export interface HistoryPageRequest {
  readonly processInstanceKey: Key;
  /** Records behind this position of the partition; 0 = from the first. */
  readonly after: number;
  /** Records at most. */
  readonly limit: number;
  /** Default `json`. */
  readonly form?: HistoryForm;
}

export interface HistoryPage {
  /** A record each, in the order of their positions. */
  readonly lines: readonly string[];
  /** Asks for what follows; `undefined` = this was all there is now. */
  readonly next: number | undefined;
}

export class RecordHistoryReader {
  readonly #folder: string;
  readonly #summaries = new Map<string, SegmentSummary>();
  readonly #openSegments = new Map<string, OpenSegmentBlocks>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** @returns `undefined` when nothing is kept of the instance. */
  page({ processInstanceKey, after, limit, form = 'json' }: HistoryPageRequest): HistoryPage | undefined {
    const page = new PageInMaking({ processInstanceKey, after, limit, form });
    const counter = Number(counterOf(processInstanceKey));
    const folder = partitionHistoryFolder(this.#folder, partitionIdOf(processInstanceKey));
    const names = segmentNames(folder);
    for (const [index, name] of names.entries()) {
      // What lies before is told by the name of the next one.
      const isBefore = index + 1 < names.length && firstPositionOf(names[index + 1]!) - 1 <= after;
      if (isBefore && page.isKnown) continue;
      openToRead(join(folder, name), (file) => {
        const offsets = this.#blocksOf(join(folder, name), file, counter);
        if (offsets.length > 0) page.isKnown = true;
        if (isBefore) return;
        for (const offset of offsets) {
          if (page.isFull) break;
          readBlock(file, offset, page);
        }
      });
      if (page.isFull) break;
    }
    return page.isKnown ? page.toPage() : undefined;
  }

  #blocksOf(path: string, file: number, counter: number): readonly number[] {
    const size = fileBytesOf(file);
    let summary = this.#summaries.get(path);
    if (summary === undefined) {
      summary = readSummary(file, size);
      if (summary === undefined) return this.#openSegment(path).find(file, size, counter);
      this.#openSegments.delete(path);
      if (this.#summaries.size >= SUMMARIES_MAX) this.#summaries.clear();
      this.#summaries.set(path, summary);
    }
    return findBlocks(file, summary, counter);
  }

  #openSegment(path: string): OpenSegmentBlocks {
    let blocks = this.#openSegments.get(path);
    if (blocks === undefined) {
      if (this.#openSegments.size >= OPEN_SEGMENTS_MAX) this.#openSegments.clear();
      blocks = new OpenSegmentBlocks();
      this.#openSegments.set(path, blocks);
    }
    return blocks;
  }
}

function readBlock(file: number, offset: number, page: PageInMaking): void {
  const header = decodeBlockHeader(readBytes(file, offset, BLOCK_HEADER_BYTES));
  if (header === undefined || header.lastPosition <= page.after) return;
  const bytes = readBytes(file, offset, blockBytes(header));
  if (bytes.length < blockBytes(header) || !isIntact(bytes)) {
    throw new Error(
      `Expected the records from position ${header.firstPosition} to ${header.lastPosition} in the record history to be as they were written, but their checksum differs`,
    );
  }
  for (const batch of batchesOf(header, bytes)) {
    const { partitionId, records } = readBatch(batch);
    for (const record of recordsOfInstance(page.processInstanceKey, records)) {
      if (record.position <= page.after) continue;
      if (page.isFull) return;
      page.add(record.position, lineOf[page.form](partitionId, record));
    }
  }
}

class PageInMaking {
  readonly processInstanceKey: Key;
  readonly form: HistoryForm;
  /** Whether anything is kept of the instance. */
  isKnown = false;
  readonly #limit: number;
  readonly #lines: string[] = [];
  readonly #endMs = performance.now() + PAGE_MS_MAX;
  #after: number;
  #length = 0;
  #isFull = false;

  constructor({ processInstanceKey, after, limit, form }: Required<HistoryPageRequest>) {
    this.processInstanceKey = processInstanceKey;
    this.form = form;
    this.#after = after;
    this.#limit = limit;
  }

  /** Position of the last record in it. */
  get after(): number {
    return this.#after;
  }

  /** Whether something was left out, or may have been. */
  get isFull(): boolean {
    this.#isFull ||=
      this.#lines.length > 0 &&
      (this.#lines.length >= this.#limit || this.#length >= PAGE_LENGTH_MAX || performance.now() > this.#endMs);
    return this.#isFull;
  }

  add(position: number, line: string): void {
    this.#lines.push(line);
    this.#length += line.length;
    this.#after = position;
  }

  toPage(): HistoryPage {
    return { lines: this.#lines, next: this.#isFull ? this.#after : undefined };
  }
}
