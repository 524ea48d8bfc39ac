/**
 * Reads a segment's frames one after the other and verifies each. It judges nothing: whether a broken frame is a torn
 * tail or damage depends on what lies behind it, see torn-tail.ts.
 */
import type { LogBatch } from '@waggle/engine';
import { INDEX_STEP_BYTES, READ_BYTES } from '../limits.ts';
import type { DiskFile } from './disk.ts';
import { decodeFrameHeader, decodePayload, FRAME_HEADER_BYTES, type FrameHeader, frameBytes } from './frame.ts';
import type { ReadPoint, Segment } from './segment.ts';

export type FrameStep =
  | { readonly kind: 'frame'; readonly header: FrameHeader; readonly batches: readonly LogBatch[] }
  /** No room for a frame, or zeros where its header would be. */
  | { readonly kind: 'end' }
  /** Bytes that are no whole frame: torn, or damaged. The header is given when it is undamaged. */
  | { readonly kind: 'broken'; readonly found: string; readonly header?: FrameHeader }
  /** A whole header that was written for another place: never the work of a crash. */
  | { readonly kind: 'misplaced'; readonly found: string };

const NO_HEADER = Buffer.alloc(FRAME_HEADER_BYTES);
const NO_BYTES = Buffer.alloc(0);

export class FrameReader {
  readonly #file: DiskFile;
  readonly #seed: number;
  readonly #fileBytes: number;
  #point: ReadPoint;
  #chunk = NO_BYTES;
  #chunkOffset = 0;
  // Small at first: many reads want no more than the last few batches.
  #readBytes = INDEX_STEP_BYTES;

  constructor(file: DiskFile, segment: Segment, from: ReadPoint) {
    this.#file = file;
    this.#seed = segment.seed;
    this.#fileBytes = segment.header.fileBytes;
    this.#point = from;
  }

  /** Where the next frame begins. */
  get point(): ReadPoint {
    return this.#point;
  }

  async next(): Promise<FrameStep> {
    const { offset, position, previousChecksum } = this.#point;
    if (offset + FRAME_HEADER_BYTES > this.#fileBytes) return { kind: 'end' };
    const headerBytes = await this.#bytes(offset, FRAME_HEADER_BYTES);
    const header = decodeFrameHeader(headerBytes, 0, this.#seed);
    if (!header) {
      if (headerBytes.equals(NO_HEADER)) return { kind: 'end' };
      return { kind: 'broken', found: 'Expected a frame, but its header is damaged' };
    }
    if (header.firstPosition !== position) {
      const found = `Expected a frame that starts at position ${position}, but it starts at ${header.firstPosition}`;
      return { kind: 'misplaced', found };
    }
    if (header.previousChecksum !== previousChecksum) {
      return { kind: 'misplaced', found: 'Expected the checksum of the frame before, but this one follows another' };
    }
    const end = offset + frameBytes(header.payloadBytes);
    if (end > this.#fileBytes)
      return { kind: 'misplaced', found: 'Expected a frame inside the segment, but it ends behind it' };
    const payload = await this.#bytes(offset + FRAME_HEADER_BYTES, header.payloadBytes);
    const batches = decodePayload(header, payload, this.#seed);
    if (!batches)
      return { kind: 'broken', found: 'Expected the payload that was written, but its checksum differs', header };
    this.#point = { offset: end, position: header.lastPosition + 1, previousChecksum: header.checksum };
    return { kind: 'frame', header, batches };
  }

  async #bytes(offset: number, length: number): Promise<Buffer> {
    const at = offset - this.#chunkOffset;
    if (at >= 0 && at + length <= this.#chunk.length) return this.#chunk.subarray(at, at + length);
    // A new buffer each time, as batches handed out earlier still use the old one.
    const chunk = Buffer.allocUnsafeSlow(Math.max(length, Math.min(this.#readBytes, this.#fileBytes - offset)));
    this.#readBytes = Math.min(this.#readBytes * 2, READ_BYTES);
    const read = await this.#file.read(chunk, offset);
    // The file's size was checked when it was opened; what is missing since then counts as zeros and fails its checksum.
    chunk.fill(0, read);
    this.#chunk = chunk;
    this.#chunkOffset = offset;
    return chunk.subarray(0, length);
  }
}
