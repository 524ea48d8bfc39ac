/**
 * What closes a segment of the record history: which blocks concern which process instance, found by bisection in the file.
 *
 *     keys, ascending | where the blocks of each begin, and one more | offsets of blocks | trailer
 */
import { readSync } from 'node:fs';
import { crc32 } from 'node:zlib';

/** "WGHT" */
const MAGIC = 0x54484757;
export const TRAILER_BYTES = 64;
const KEY_BYTES = 8;
const NUMBER_BYTES = 4;

/** A closed segment in short. Keys are without the partition's number. */
export interface SegmentSummary {
  /** Where the index begins, which is where the blocks end. */
  readonly indexOffset: number;
  readonly keyCount: number;
  readonly firstPosition: number;
  readonly lastPosition: number;
  /** Of the newest record, epoch ms. */
  readonly timestamp: number;
  readonly keyMin: number;
  readonly keyMax: number;
}

export interface IndexedBlock {
  readonly offset: number;
  readonly keys: readonly number[];
}

/** @returns the index, and the trailer that makes it count once both are durable. */
export function encodeIndex(
  blocks: readonly IndexedBlock[],
  segment: Pick<SegmentSummary, 'indexOffset' | 'firstPosition' | 'lastPosition' | 'timestamp'>,
): { readonly index: Buffer; readonly trailer: Buffer } {
  const offsetsByKey = new Map<number, number[]>();
  for (const { offset, keys } of blocks) {
    for (const key of keys) {
      const offsets = offsetsByKey.get(key);
      if (offsets === undefined) offsetsByKey.set(key, [offset]);
      else offsets.push(offset);
    }
  }
  const keys = Float64Array.from(offsetsByKey.keys()).sort();
  const starts = new Uint32Array(keys.length + 1);
  const offsets: number[] = [];
  for (const [index, key] of keys.entries()) {
    for (const offset of offsetsByKey.get(key)!) offsets.push(offset);
    starts[index + 1] = offsets.length;
  }
  const index = Buffer.concat([bytesOf(keys), bytesOf(starts), bytesOf(Uint32Array.from(offsets))]);
  const trailer = Buffer.alloc(TRAILER_BYTES);
  trailer.writeUInt32LE(MAGIC, 0);
  trailer.writeUInt32LE(keys.length, 8);
  const numbers = [
    segment.indexOffset,
    segment.firstPosition,
    segment.lastPosition,
    segment.timestamp,
    keys[0] ?? 0,
    keys.at(-1) ?? 0,
  ];
  for (const [place, number] of numbers.entries()) trailer.writeDoubleLE(number, 16 + place * 8);
  trailer.writeUInt32LE(crc32(trailer.subarray(8)), 4);
  return { index, trailer };
}

/** @returns `undefined` when the segment is not closed. */
export function readSummary(file: number, fileBytes: number): SegmentSummary | undefined {
  if (fileBytes < TRAILER_BYTES) return undefined;
  const trailer = readBytes(file, fileBytes - TRAILER_BYTES, TRAILER_BYTES);
  if (trailer.readUInt32LE(0) !== MAGIC || trailer.readUInt32LE(4) !== crc32(trailer.subarray(8))) return undefined;
  const number = (index: number) => trailer.readDoubleLE(16 + index * 8);
  return {
    keyCount: trailer.readUInt32LE(8),
    indexOffset: number(0),
    firstPosition: number(1),
    lastPosition: number(2),
    timestamp: number(3),
    keyMin: number(4),
    keyMax: number(5),
  };
}

/** @returns offsets of the blocks that concern an instance, ascending. */
export function findBlocks(
  file: number,
  { indexOffset, keyCount, keyMin, keyMax }: SegmentSummary,
  key: number,
): readonly number[] {
  if (keyCount === 0 || key < keyMin || key > keyMax) return [];
  let low = 0;
  let high = keyCount - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (readBytes(file, indexOffset + middle * KEY_BYTES, KEY_BYTES).readDoubleLE(0) < key) low = middle + 1;
    else high = middle;
  }
  if (readBytes(file, indexOffset + low * KEY_BYTES, KEY_BYTES).readDoubleLE(0) !== key) return [];
  const startsOffset = indexOffset + keyCount * KEY_BYTES;
  const range = readBytes(file, startsOffset + low * NUMBER_BYTES, 2 * NUMBER_BYTES);
  const start = range.readUInt32LE(0);
  const count = range.readUInt32LE(NUMBER_BYTES) - start;
  const offsets = readBytes(file, startsOffset + (keyCount + 1 + start) * NUMBER_BYTES, count * NUMBER_BYTES);
  return Array.from({ length: count }, (_, index) => offsets.readUInt32LE(index * NUMBER_BYTES));
}

/** @returns what is there: fewer bytes at the end of the file. */
export function readBytes(file: number, offset: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  let read = 0;
  while (read < length) {
    const count = readSync(file, bytes, read, length - read, offset + read);
    if (count === 0) break;
    read += count;
  }
  return bytes.subarray(0, read);
}

function bytesOf({ buffer, byteOffset, byteLength }: Float64Array<ArrayBuffer> | Uint32Array<ArrayBuffer>): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}
