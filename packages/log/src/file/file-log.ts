/**
 * A partition's log in files: segments of fixed size, one frame per flush, one flush at a time.
 *
 *     append ─▶ queue ─▶ frame (all that came while the last flush ran) ─▶ write ─▶ fdatasync ─▶ resolve
 *
 * 1. An append resolves after the sync that covers it; an append that is rejected was erased before.
 * 2. A segment gets its name when it is whole: zeros to its end and a header, both durable. Its size never changes.
 * 3. A segment is left only when all in it is durable. So only the end of the last one can be torn: see torn-tail.ts.
 * 4. Segments are removed from the first on, each removal durable before the next: what is left is always a log.
 */
import { randomBytes } from 'node:crypto';
import { LogAppendError, type LogBatch, type PartitionLog } from '@waggle/engine';
import { AppendQueue } from '../append-queue.ts';
import { logClosed, positionCompacted } from '../errors.ts';
import { type FolderLock, isLockFile, lockFolder } from '../folder-lock.ts';
import { GROUP_BYTES_MAX, SEGMENT_BYTES_DEFAULT, SEGMENT_BYTES_MAX, SEGMENT_BYTES_MIN } from '../limits.ts';
import { appendError } from './append-error.ts';
import type { Disk } from './disk.ts';
import { FRAME_HEADER_BYTES, FrameEncoder, frameBytes, payloadBytesOf } from './frame.ts';
import { nodeDisk } from './node-disk.ts';
import { type CutTail, type OpenedSegments, openSegments } from './open-segments.ts';
import { readSegments } from './read-segments.ts';
import { isSegmentName, type ReadPoint, Segment } from './segment.ts';
import { encodeSegmentHeader, FORMAT_VERSION, FRAMES_START } from './segment-header.ts';
import { SegmentWriter } from './segment-writer.ts';
import { PREPARING_NAME, SPARE_NAME, SpareSegment } from './spare-segment.ts';

export interface FileLogOptions {
  /** Created when missing; holds nothing but this log. */
  readonly folder: string;
  /** Must be the one the log was created with. */
  readonly partitionId: number;
  /** Size of new segments in bytes, SEGMENT_BYTES_MIN to SEGMENT_BYTES_MAX. Default: SEGMENT_BYTES_DEFAULT. */
  readonly segmentBytes?: number;
  /**
   * Position the caller goes on reading from: its checkpoint's plus one. Opening fails when the log does not reach it,
   * and verifies the segments from there on; earlier ones are verified when read. Default: everything is verified.
   */
  readonly verifyFrom?: number;
  /** Where the files are. Default: `folder` on the real disk, locked against other processes. */
  readonly disk?: Disk;
}

export interface FileLog extends PartitionLog {
  /** What opening cut off as the remains of a crash: never acknowledged, so never missed; worth a line in the log. */
  readonly cutTail: CutTail | undefined;
  /** What opening found odd but harmless, such as files that do not belong here. */
  readonly notes: readonly string[];
}

/**
 * Opens or creates a log. Appended data must not change until its append settles; data read shares memory with up to
 * READ_BYTES around it, so copy what is kept for long.
 * @throws {LogDamagedError} {LogFormatError} {WrongPartitionError} {FolderLockedError}; RangeError for wrong options.
 */
export async function openFileLog(options: FileLogOptions): Promise<FileLog> {
  const { folder, partitionId, segmentBytes = SEGMENT_BYTES_DEFAULT, verifyFrom } = options;
  if (!(segmentBytes >= SEGMENT_BYTES_MIN && segmentBytes <= SEGMENT_BYTES_MAX)) {
    throw new RangeError(
      `Expected segmentBytes from ${SEGMENT_BYTES_MIN} to ${SEGMENT_BYTES_MAX}, but got ${segmentBytes}.`,
    );
  }
  const disk = options.disk ?? (await nodeDisk(folder));
  const lock = options.disk ? undefined : await lockFolder(folder);
  try {
    const names = await disk.list();
    const opened = await openSegments(disk, names, { partitionId, verifyFrom });
    if (names.includes(PREPARING_NAME)) await disk.remove(PREPARING_NAME);
    return new SegmentedLog({ disk, lock, partitionId, segmentBytes, opened, notes: notesOn(names, disk) });
  } catch (error) {
    await lock?.release();
    throw error;
  }
}

function notesOn(names: readonly string[], disk: Disk): string[] {
  return names
    .filter((name) => !isSegmentName(name) && !isLockFile(name) && name !== SPARE_NAME && name !== PREPARING_NAME)
    .map((name) => `Expected only log segments in ${disk.folder}, but found ${name}. It is left alone.`);
}

interface Parts {
  readonly disk: Disk;
  readonly lock: FolderLock | undefined;
  readonly partitionId: number;
  readonly segmentBytes: number;
  readonly opened: OpenedSegments | undefined;
  readonly notes: readonly string[];
}

class SegmentedLog implements FileLog {
  readonly cutTail: CutTail | undefined;
  readonly notes: readonly string[];
  readonly #parts: Parts;
  readonly #segments: Segment[];
  readonly #encoder = new FrameEncoder();
  readonly #spare: SpareSegment;
  readonly #appends: AppendQueue;
  /** First positions of the segments that readers are in: compaction spares them and all behind them. */
  readonly #readers = new Set<{ firstPosition: number }>();
  #writer: SegmentWriter | undefined;
  #compacting: Promise<void> = Promise.resolve();
  #closing: Promise<void> | undefined;

  constructor(parts: Parts) {
    const { disk, opened, segmentBytes, notes } = parts;
    this.#parts = parts;
    this.notes = notes;
    this.cutTail = opened?.cutTail;
    this.#segments = opened?.segments ?? [];
    if (opened) {
      this.#writer = new SegmentWriter(
        opened.segments.at(-1)!,
        opened.file,
        this.#encoder,
        opened.end,
        opened.endsWithMark,
      );
    }
    this.#spare = new SpareSegment(disk, segmentBytes);
    this.#appends = new AppendQueue({
      nextPosition: this.lastPosition + 1,
      // Half of what fits, so that small batches never need a segment of their own.
      groupBytesMax: Math.min(GROUP_BYTES_MAX, (segmentBytes - FRAMES_START) / 2),
      commit: (group) => this.#commit(group),
    });
    this.#prepareInTime();
  }

  get firstPosition(): number {
    return this.#segments[0]?.firstPosition ?? 1;
  }

  get lastPosition(): number {
    return this.#writer ? this.#writer.end.position - 1 : 0;
  }

  append(batch: LogBatch): Promise<void> {
    return this.#appends.append(batch);
  }

  read(position: number): AsyncIterable<LogBatch> {
    return this.#readUpTo(this.#writer?.end, position);
  }

  compact(position: number): Promise<void> {
    if (this.#closing) return Promise.reject(logClosed());
    const compacted = this.#compacting.then(() => this.#removeBelow(position));
    // The next compaction goes on where this one failed; its caller has the error.
    this.#compacting = compacted.catch(() => {});
    return compacted;
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #commit(batches: readonly LogBatch[]): Promise<void> {
    const bytes = frameBytes(payloadBytesOf(batches));
    if (!this.#writer?.hasRoom(bytes)) await this.#roll(bytes);
    await this.#writer!.append(batches);
    this.#prepareInTime();
  }

  async #roll(bytes: number): Promise<void> {
    const position = this.lastPosition + 1;
    try {
      // A segment that a crash left empty is replaced when its first batch needs a larger one: both have one name.
      const replaced = this.#writer?.isEmpty ? this.#segments.at(-1) : undefined;
      const segment = await this.#createSegment(position, FRAMES_START + bytes + FRAME_HEADER_BYTES, replaced);
      await this.#writer?.close();
      if (replaced) this.#segments.pop();
      this.#segments.push(segment.segment);
      this.#writer = segment;
    } catch (cause) {
      throw appendError(cause, this.#parts.disk.folder, position);
    }
  }

  async #createSegment(position: number, bytesMin: number, replaced: Segment | undefined): Promise<SegmentWriter> {
    const { disk, partitionId } = this.#parts;
    const { name, file, fileBytes } = await this.#spare.take(bytesMin);
    try {
      const segment = new Segment(disk.folder, {
        formatVersion: FORMAT_VERSION,
        partitionId,
        firstPosition: position,
        previousFirstPosition: replaced?.header.previousFirstPosition ?? this.#segments.at(-1)?.firstPosition ?? 0,
        previousChecksum: replaced?.header.previousChecksum ?? this.#writer?.end.previousChecksum ?? 0,
        fileBytes,
        salt: randomBytes(8),
      });
      await file.write(encodeSegmentHeader(segment.header), 0);
      await file.sync();
      await disk.rename(name, segment.name);
      await disk.syncFolder();
      return new SegmentWriter(segment, file, this.#encoder, segment.start, false);
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  /** Half a segment is time enough, and an idle partition does not hold twice the disk it needs. */
  #prepareInTime(): void {
    const used = this.#writer?.end.offset ?? Infinity;
    const size = this.#writer?.segment.header.fileBytes ?? 0;
    if (used > size / 2) this.#spare.prepare();
  }

  async *#readUpTo(end: ReadPoint | undefined, position: number): AsyncGenerator<LogBatch> {
    this.#assertOpen();
    if (position < this.firstPosition) throw positionCompacted(position, this.firstPosition);
    if (!end || position >= end.position) return;
    const reader = { firstPosition: position };
    this.#readers.add(reader);
    try {
      const segments = readSegments({ disk: this.#parts.disk, segments: this.#segments, position, end });
      for await (const { segment, batches } of segments) {
        reader.firstPosition = segment.firstPosition;
        for (const batch of batches) {
          this.#assertOpen();
          yield batch;
        }
      }
    } finally {
      this.#readers.delete(reader);
    }
  }

  async #removeBelow(position: number): Promise<void> {
    for (;;) {
      const next = this.#segments[1];
      const isRead = [...this.#readers].some(
        (reader) => next !== undefined && reader.firstPosition < next.firstPosition,
      );
      if (!next || next.firstPosition > position || isRead) return;
      // Out of the list first: a reader that starts while the file goes must not look for it.
      const removed = this.#segments.shift()!;
      try {
        await this.#parts.disk.remove(removed.name);
      } catch (error) {
        this.#segments.unshift(removed);
        throw error;
      }
      await this.#parts.disk.syncFolder();
    }
  }

  async #close(): Promise<void> {
    await this.#appends.close();
    await this.#compacting;
    try {
      // Appends that failed leave an end that only opening can judge.
      if (isOrderly(this.#appends.failure)) await this.#writer?.mark();
    } finally {
      await this.#spare.close();
      await this.#writer?.close();
      await this.#parts.lock?.release();
    }
  }

  #assertOpen(): void {
    if (this.#closing) throw logClosed();
  }
}

function isOrderly(failure: Error | undefined): boolean {
  return failure instanceof LogAppendError && failure.code === 'CLOSED';
}
