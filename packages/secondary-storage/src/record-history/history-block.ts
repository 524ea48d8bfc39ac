/**
 * A block of the record history: some of the log's batches as they are encoded, and whom they concern.
 *
 *     header | keys of the process instances with records in it | batches, each behind its length; compressed if worth it
 *
 * Numbers are little-endian. Keys are those of one partition, without its number, so a double holds them exactly.
 */
import { constants, crc32, zstdCompressSync, zstdDecompressSync } from 'node:zlib';

/** "WGH1" */
const MAGIC = 0x31484757;
export const BLOCK_HEADER_BYTES = 48;
const CHECKED_FROM = 8;
const KEY_BYTES = 8;
const LENGTH_BYTES = 4;

/**
 * Less is stored as it is: the start of a compression costs more than the rest of its record's way into the history, and
 * such blocks come while there is little to do.
 */
const COMPRESSED_BYTES_MIN = 8 * 1024;
/** Faster levels compress records worse and take no less time, slower ones gain nothing; measured. */
const COMPRESSION_LEVEL = 1;

export interface BlockHeader {
  readonly keyCount: number;
  /** Of the payload in the file. */
  readonly storedBytes: number;
  /** Of the batches with their lengths; equal to `storedBytes` when not compressed. */
  readonly rawBytes: number;
  readonly firstPosition: number;
  readonly lastPosition: number;
  /** Of the newest record, epoch ms. */
  readonly timestamp: number;
}

export interface BlockContent {
  readonly firstPosition: number;
  readonly lastPosition: number;
  readonly timestamp: number;
  /** Each once, without the partition's number. */
  readonly keys: readonly number[];
  /** Encoded, in order. */
  readonly batches: readonly Uint8Array[];
}

export function encodeBlock({ firstPosition, lastPosition, timestamp, keys, batches }: BlockContent): Buffer {
  const payload = joinedBatches(batches);
  const stored = compressed(payload);
  const head = Buffer.allocUnsafe(BLOCK_HEADER_BYTES + keys.length * KEY_BYTES);
  head.writeUInt32LE(MAGIC, 0);
  head.writeUInt32LE(keys.length, 8);
  head.writeUInt32LE(stored.length, 12);
  head.writeUInt32LE(payload.length, 16);
  head.writeUInt32LE(0, 20);
  head.writeDoubleLE(firstPosition, 24);
  head.writeDoubleLE(lastPosition, 32);
  head.writeDoubleLE(timestamp, 40);
  for (const [index, key] of keys.entries()) head.writeDoubleLE(key, BLOCK_HEADER_BYTES + index * KEY_BYTES);
  head.writeUInt32LE(crc32(stored, crc32(head.subarray(CHECKED_FROM))), 4);
  return Buffer.concat([head, stored]);
}

/** @returns `undefined` when no block begins here, as at the end of what a crash left. */
export function decodeBlockHeader(bytes: Buffer): BlockHeader | undefined {
  if (bytes.length < BLOCK_HEADER_BYTES || bytes.readUInt32LE(0) !== MAGIC) return undefined;
  return {
    keyCount: bytes.readUInt32LE(8),
    storedBytes: bytes.readUInt32LE(12),
    rawBytes: bytes.readUInt32LE(16),
    firstPosition: bytes.readDoubleLE(24),
    lastPosition: bytes.readDoubleLE(32),
    timestamp: bytes.readDoubleLE(40),
  };
}

/** Bytes from one block to the next. */
export function blockBytes({ keyCount, storedBytes }: BlockHeader): number {
  return BLOCK_HEADER_BYTES + keyCount * KEY_BYTES + storedBytes;
}

/** @param bytes the whole block. */
export function isIntact(bytes: Buffer): boolean {
  return crc32(bytes.subarray(CHECKED_FROM)) === bytes.readUInt32LE(4);
}

export function keysOf(header: BlockHeader, bytes: Buffer): readonly number[] {
  return Array.from({ length: header.keyCount }, (_, index) =>
    bytes.readDoubleLE(BLOCK_HEADER_BYTES + index * KEY_BYTES),
  );
}

/** @param bytes the whole block. */
export function* batchesOf(header: BlockHeader, bytes: Buffer): Generator<Uint8Array> {
  const stored = bytes.subarray(BLOCK_HEADER_BYTES + header.keyCount * KEY_BYTES);
  const payload = header.storedBytes === header.rawBytes ? stored : zstdDecompressSync(stored);
  for (let offset = 0; offset < payload.length; ) {
    const length = payload.readUInt32LE(offset);
    offset += LENGTH_BYTES;
    yield payload.subarray(offset, offset + length);
    offset += length;
  }
}

function joinedBatches(batches: readonly Uint8Array[]): Buffer {
  const parts: Uint8Array[] = [];
  for (const batch of batches) {
    const length = Buffer.allocUnsafe(LENGTH_BYTES);
    length.writeUInt32LE(batch.length);
    parts.push(length, batch);
  }
  return Buffer.concat(parts);
}

function compressed(payload: Buffer): Buffer {
  if (payload.length < COMPRESSED_BYTES_MIN) return payload;
  const smaller = zstdCompressSync(payload, { params: { [constants.ZSTD_c_compressionLevel]: COMPRESSION_LEVEL } });
  return smaller.length < payload.length ? smaller : payload;
}
