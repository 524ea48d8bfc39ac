/**
 * A frame: what one flush writes, all batches of it under one checksum. The README has the table.
 *
 * 1. At most one frame is on its way to the disk at a time, so after a crash at most the last one is torn, in whatever
 *    order the device wrote its sectors. Anything valid behind a broken frame proves damage of another kind.
 * 2. Each frame holds the checksum of the one before it: frames cannot be lost, repeated or swapped unnoticed.
 * 3. The header has a checksum of its own, so that a length is believed only when it is right.
 */
import { crc32 } from 'node:zlib';
import type { LogBatch } from '@waggle/engine';
import { BATCH_BYTES_MAX, GROUP_BATCHES_MAX, GROUP_BYTES_MAX } from '../limits.ts';

export const FRAME_HEADER_BYTES = 48;

/** Frames start at multiples of this: it speeds the search for frames behind damage up. */
export const FRAME_ALIGNMENT = 8;

/** Length and number of positions before each batch's data. */
export const BATCH_HEADER_BYTES = 8;

export const FRAME_MAGIC = Buffer.from('WGFR', 'latin1');

/** Flag of a frame without batches, written when the log is closed: proof that everything before it was durable. */
export const CLOSING_MARK = 1;

const PAYLOAD_BYTES_MAX = Math.max(BATCH_BYTES_MAX, GROUP_BYTES_MAX) + GROUP_BATCHES_MAX * BATCH_HEADER_BYTES;

/** Header at the front, data behind it; kept between frames unless it had to be large for one. */
const KEPT_BUFFER_BYTES = 2 * GROUP_BYTES_MAX;

export interface FrameHeader {
  /** Also the frame's checksum in the chain: it covers the payload's. */
  readonly checksum: number;
  readonly payloadChecksum: number;
  readonly previousChecksum: number;
  readonly firstPosition: number;
  /** One below the first position when there are no batches. */
  readonly lastPosition: number;
  readonly payloadBytes: number;
  readonly batchCount: number;
  readonly flags: number;
}

export interface FrameContent {
  readonly batches: readonly LogBatch[];
  readonly firstPosition: number;
  readonly previousChecksum: number;
  readonly flags: number;
}

/** Bytes a frame takes in its segment. */
export function frameBytes(payloadBytes: number): number {
  return Math.ceil((FRAME_HEADER_BYTES + payloadBytes) / FRAME_ALIGNMENT) * FRAME_ALIGNMENT;
}

export function payloadBytesOf(batches: readonly LogBatch[]): number {
  let bytes = 0;
  for (const batch of batches) bytes += BATCH_HEADER_BYTES + batch.data.byteLength;
  return bytes;
}

export class FrameEncoder {
  #buffer = Buffer.alloc(0);

  /** @returns the frame's bytes, valid until the next call, and its checksum. */
  encode({ batches, firstPosition, previousChecksum, flags }: FrameContent, seed: number) {
    const payloadBytes = payloadBytesOf(batches);
    const buffer = this.#take(frameBytes(payloadBytes));
    let at = FRAME_HEADER_BYTES;
    for (const batch of batches) {
      buffer.writeUInt32LE(batch.data.byteLength, at);
      buffer.writeUInt32LE(batch.lastPosition - batch.firstPosition + 1, at + 4);
      buffer.set(batch.data, at + BATCH_HEADER_BYTES);
      at += BATCH_HEADER_BYTES + batch.data.byteLength;
    }
    buffer.fill(0, at);
    FRAME_MAGIC.copy(buffer, 0);
    buffer.writeUInt32LE(crc32(buffer.subarray(FRAME_HEADER_BYTES, at), seed), 8);
    buffer.writeUInt32LE(previousChecksum, 12);
    buffer.writeBigUInt64LE(BigInt(firstPosition), 16);
    buffer.writeBigUInt64LE(BigInt(batches.at(-1)?.lastPosition ?? firstPosition - 1), 24);
    buffer.writeUInt32LE(payloadBytes, 32);
    buffer.writeUInt32LE(batches.length, 36);
    buffer.writeUInt32LE(flags, 40);
    buffer.writeUInt32LE(0, 44);
    const checksum = crc32(buffer.subarray(8, FRAME_HEADER_BYTES), seed);
    buffer.writeUInt32LE(checksum, 4);
    return { bytes: buffer, checksum };
  }

  #take(bytes: number): Buffer {
    if (bytes > KEPT_BUFFER_BYTES) return Buffer.allocUnsafeSlow(bytes);
    if (bytes > this.#buffer.length) this.#buffer = Buffer.allocUnsafeSlow(Math.min(bytes * 2, KEPT_BUFFER_BYTES));
    return this.#buffer.subarray(0, bytes);
  }
}

/** @returns the header at `at`, or `undefined` when there is no undamaged one of this segment. */
export function decodeFrameHeader(bytes: Buffer, at: number, seed: number): FrameHeader | undefined {
  if (at + FRAME_HEADER_BYTES > bytes.length || FRAME_MAGIC.compare(bytes, at, at + 4) !== 0) return undefined;
  const checksum = bytes.readUInt32LE(at + 4);
  if (crc32(bytes.subarray(at + 8, at + FRAME_HEADER_BYTES), seed) !== checksum) return undefined;
  const payloadBytes = bytes.readUInt32LE(at + 32);
  if (payloadBytes > PAYLOAD_BYTES_MAX) return undefined;
  return {
    checksum,
    payloadChecksum: bytes.readUInt32LE(at + 8),
    previousChecksum: bytes.readUInt32LE(at + 12),
    firstPosition: Number(bytes.readBigUInt64LE(at + 16)),
    lastPosition: Number(bytes.readBigUInt64LE(at + 24)),
    payloadBytes,
    batchCount: bytes.readUInt32LE(at + 36),
    flags: bytes.readUInt32LE(at + 40),
  };
}

/**
 * @param payload the frame's payload; the batches share its memory.
 * @returns `undefined` when the checksum or the lengths inside do not fit.
 */
export function decodePayload(header: FrameHeader, payload: Buffer, seed: number): LogBatch[] | undefined {
  if (crc32(payload, seed) !== header.payloadChecksum) return undefined;
  const batches: LogBatch[] = [];
  let firstPosition = header.firstPosition;
  let at = 0;
  while (at + BATCH_HEADER_BYTES <= payload.length) {
    const dataAt = at + BATCH_HEADER_BYTES;
    const lastPosition = firstPosition + payload.readUInt32LE(at + 4) - 1;
    at = dataAt + payload.readUInt32LE(at);
    if (at > payload.length) return undefined;
    batches.push({ firstPosition, lastPosition, data: payload.subarray(dataAt, at) });
    firstPosition = lastPosition + 1;
  }
  const isWhole = at === payload.length && batches.length === header.batchCount;
  return isWhole && firstPosition === header.lastPosition + 1 ? batches : undefined;
}
