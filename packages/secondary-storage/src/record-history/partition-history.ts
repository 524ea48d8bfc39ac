/**
 * Keeps one partition's records for some time, in order, so that those of a process instance can be read back.
 *
 *     batches ──▶ block (keys, batches, compressed) ──▶ segment ── full or old ──▶ closed by an index ── expired ──▶ removed
 *
 * 1. Each batch is kept once: one that is in already is skipped, whatever is sent again after a crash.
 * 2. Readers see a block as soon as `append` returns; it survives a power failure from the next `makeDurable` on.
 * 3. A segment goes when its newest record is too old, so records stay for at least the time they are to be kept.
 */
import { closeSync, fsyncSync, mkdirSync, openSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { HistoryBatch } from './history-batch.ts';
import { encodeBlock } from './history-block.ts';
import { segmentName, segmentNames } from './history-folder.ts';
import { readSummary, type SegmentSummary } from './history-index.ts';
import { HistorySegment } from './history-segment.ts';
import { fileBytesOf, openToRead } from './open-to-read.ts';

/** Bytes of batches in a block: large enough to compress well, small enough that a reader decodes it in a millisecond or two. */
const BLOCK_BYTES = 256 * 1024;
/** Bytes of a segment without its index: few files for a week, and little to read again after a crash. */
const SEGMENT_BYTES = 16 * 1024 * 1024;
/** A segment is closed at the latest after this part of the time records are kept: so much longer some of them stay. */
const SEGMENTS_PER_RETENTION = 8;

export interface PartitionHistoryOptions {
  /** Made when missing. */
  readonly folder: string;
  readonly retentionMs: number;
  /** When nothing is kept yet: the position behind which records come. */
  readonly startPosition: number;
  /** Default: SEGMENT_BYTES. */
  readonly segmentBytes?: number;
}

interface ClosedSegment {
  readonly name: string;
  readonly summary: SegmentSummary;
  readonly fileBytes: number;
}

export class PartitionHistory {
  readonly #options: PartitionHistoryOptions;
  /** Oldest first. */
  readonly #closed: ClosedSegment[] = [];
  #segment: HistorySegment;

  constructor(options: PartitionHistoryOptions) {
    this.#options = options;
    mkdirSync(options.folder, { recursive: true });
    this.#segment = this.#open();
  }

  /** Everything up to here is kept, as far as it came. */
  get lastPosition(): number {
    return this.#segment.lastPosition;
  }

  get bytes(): number {
    const open = this.#segment.isSealed ? 0 : this.#segment.bytes;
    return this.#closed.reduce((sum, { fileBytes }) => sum + fileBytes, open);
  }

  /** @throws the disk takes no more; nothing of the block is kept that failed, and the batches can be given again. */
  append(batches: readonly HistoryBatch[]): void {
    let block: HistoryBatch[] = [];
    let bytes = 0;
    for (const batch of batches) {
      if (batch.lastPosition <= this.lastPosition) continue;
      block.push(batch);
      bytes += batch.data.length;
      if (bytes < BLOCK_BYTES) continue;
      this.#appendBlock(block);
      block = [];
      bytes = 0;
    }
    if (block.length > 0) this.#appendBlock(block);
  }

  makeDurable(): void {
    this.#segment.makeDurable();
  }

  /** Removes what is too old. @param nowMs epoch ms. */
  clean(nowMs: number): void {
    const { retentionMs } = this.#options;
    const segment = this.#segment;
    if (!segment.isEmpty && segment.firstTimestamp < nowMs - retentionMs / SEGMENTS_PER_RETENTION) this.#roll();
    while (this.#closed[0] !== undefined && this.#closed[0].summary.timestamp < nowMs - retentionMs)
      this.#removeOldest();
  }

  /** Removes the oldest closed segment, whether it is old enough or not. @returns bytes that became free; 0 = there is none. */
  giveWay(): number {
    return this.#closed.length === 0 ? 0 : this.#removeOldest();
  }

  close(): void {
    this.#segment.makeDurable();
    this.#segment.close();
  }

  #appendBlock(batches: readonly HistoryBatch[]): void {
    const { segmentBytes = SEGMENT_BYTES } = this.#options;
    if (this.#segment.isSealed || this.#segment.bytes >= segmentBytes) this.#roll();
    const { lastPosition, timestamp } = batches.at(-1)!;
    const { firstPosition } = batches[0]!;
    const keys = batches.length === 1 ? batches[0]!.keys : [...new Set(batches.flatMap((batch) => batch.keys))];
    const bytes = encodeBlock({
      firstPosition,
      lastPosition,
      timestamp,
      keys,
      batches: batches.map(({ data }) => data),
    });
    this.#segment.append({ bytes, keys, lastPosition, timestamp });
  }

  /** Closes the segment and begins the next. */
  #roll(): void {
    const { folder } = this.#options;
    const { name, lastPosition } = this.#segment;
    // The next one could not be made the last time.
    if (!this.#segment.isSealed) {
      this.#segment.seal();
      this.#closed.push(closedSegment(folder, name)!);
    }
    this.#segment = this.#create(lastPosition + 1);
  }

  #removeOldest(): number {
    const { name, fileBytes } = this.#closed[0]!;
    unlinkSync(join(this.#options.folder, name));
    this.#closed.shift();
    return fileBytes;
  }

  #open(): HistorySegment {
    const { folder, startPosition } = this.#options;
    let open: HistorySegment | undefined;
    for (const name of segmentNames(folder)) {
      // Only the last one can be open, but for a crash between the end of one and the begin of the next.
      open?.close();
      open = undefined;
      const closed = closedSegment(folder, name);
      if (closed === undefined) open = new HistorySegment(folder, name);
      else this.#closed.push(closed);
    }
    return open ?? this.#create((this.#closed.at(-1)?.summary.lastPosition ?? startPosition) + 1);
  }

  /** Durable at once, so that a power failure leaves where the history ends. */
  #create(firstPosition: number): HistorySegment {
    const { folder } = this.#options;
    const segment = new HistorySegment(folder, segmentName(firstPosition));
    const directory = openSync(folder, 'r');
    try {
      fsyncSync(directory);
    } finally {
      closeSync(directory);
    }
    return segment;
  }
}

function closedSegment(folder: string, name: string): ClosedSegment | undefined {
  return openToRead(join(folder, name), (file) => {
    const fileBytes = fileBytesOf(file);
    const summary = readSummary(file, fileBytes);
    return summary && { name, summary, fileBytes };
  });
}
