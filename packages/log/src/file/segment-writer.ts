/**
 * Writes frames to the end of one segment.
 *
 * After a failed write or sync nobody knows what is on the device, and a second sync may say yes to pages the kernel has
 * already given up. So nothing is tried again: the frame's header is overwritten with zeros (a new write, hence a new
 * chance to fail) and synced, and only then is the append rejected. When that fails too, the message says that the
 * batch may come back: a device that takes no writes cannot be made to forget.
 */
import { LogAppendError, type LogBatch } from '@waggle/engine';
import { appendError } from './append-error.ts';
import type { DiskFile } from './disk.ts';
import { CLOSING_MARK, FRAME_HEADER_BYTES, type FrameEncoder } from './frame.ts';
import type { ReadPoint, Segment } from './segment.ts';

export class SegmentWriter {
  readonly segment: Segment;
  readonly #file: DiskFile;
  readonly #encoder: FrameEncoder;
  #end: ReadPoint;
  #endsWithMark: boolean;

  constructor(segment: Segment, file: DiskFile, encoder: FrameEncoder, end: ReadPoint, endsWithMark: boolean) {
    this.segment = segment;
    this.#file = file;
    this.#encoder = encoder;
    this.#end = end;
    this.#endsWithMark = endsWithMark;
  }

  /** Where the next frame will begin; everything before is durable. */
  get end(): ReadPoint {
    return this.#end;
  }

  get isEmpty(): boolean {
    return this.#end.position === this.segment.firstPosition;
  }

  /** Whether a frame fits, with room left for the closing mark. */
  hasRoom(bytes: number): boolean {
    return this.#end.offset + bytes + FRAME_HEADER_BYTES <= this.segment.header.fileBytes;
  }

  async append(batches: readonly LogBatch[]): Promise<void> {
    await this.#writeFrame(batches, 0);
    this.#endsWithMark = false;
  }

  /** Marks that everything before is durable. Does nothing when that is known already, or when an earlier mark took its room. */
  async mark(): Promise<void> {
    if (this.#endsWithMark || this.isEmpty || this.#end.offset + FRAME_HEADER_BYTES > this.segment.header.fileBytes)
      return;
    await this.#writeFrame([], CLOSING_MARK);
    this.#endsWithMark = true;
  }

  close(): Promise<void> {
    return this.#file.close();
  }

  async #writeFrame(batches: readonly LogBatch[], flags: number): Promise<void> {
    const { offset, position, previousChecksum } = this.#end;
    const frame = this.#encoder.encode(
      { batches, firstPosition: position, previousChecksum, flags },
      this.segment.seed,
    );
    try {
      await this.#file.write(frame.bytes, offset);
      await this.#file.sync();
    } catch (cause) {
      throw await this.#erase(appendError(cause, this.segment.path, position));
    }
    this.#end = {
      offset: offset + frame.bytes.length,
      position: (batches.at(-1)?.lastPosition ?? position - 1) + 1,
      previousChecksum: frame.checksum,
    };
    this.segment.remember(this.#end);
  }

  async #erase(failure: LogAppendError): Promise<LogAppendError> {
    try {
      await this.#file.write(Buffer.alloc(FRAME_HEADER_BYTES), this.#end.offset);
      await this.#file.sync();
      return failure;
    } catch (cause) {
      const message = `${failure.message} Its bytes could not be erased either: the batch may be there again then.`;
      return new LogAppendError(failure.code, message, { cause: new AggregateError([failure.cause, cause]) });
    }
  }
}
