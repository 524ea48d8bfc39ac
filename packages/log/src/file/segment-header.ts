/**
 * The first 64 bytes of a segment. Their layout never changes, so that every version can tell that a file is too new
 * for it; whatever a newer format adds comes behind. The README has the table.
 */
import { crc32 } from 'node:zlib';

export const FORMAT_VERSION = 1;

/** Bytes of the header's fields. */
export const SEGMENT_HEADER_BYTES = 64;

/**
 * Where frames begin: the header has a page of its own, because a page that is written again for the frames in it could
 * be torn by a power cut, and the header with it.
 */
export const FRAMES_START = 4096;

const MAGIC = Buffer.from('WAGGLLOG', 'latin1');
const CHECKSUM_AT = 60;

export interface SegmentHeader {
  readonly formatVersion: number;
  readonly partitionId: number;
  /** Position of the first record of its first batch. */
  readonly firstPosition: number;
  /** First position of the segment before it, so that a missing file shows; 0: it is the log's very first. */
  readonly previousFirstPosition: number;
  /** Checksum of the last frame before it; 0: there is none. */
  readonly previousChecksum: number;
  /** Size of the file, which never changes: a shorter file was cut by somebody else. */
  readonly fileBytes: number;
  /**
   * Eight random bytes. They make the checksums of each segment's frames its own: neither bytes left behind by another
   * file nor a payload made to look like a frame can pass for one.
   */
  readonly salt: Uint8Array;
}

export function encodeSegmentHeader(header: SegmentHeader): Buffer {
  const bytes = Buffer.alloc(FRAMES_START);
  MAGIC.copy(bytes, 0);
  bytes.writeUInt32LE(header.formatVersion, 8);
  bytes.writeUInt32LE(header.partitionId, 12);
  bytes.writeBigUInt64LE(BigInt(header.firstPosition), 16);
  bytes.writeBigUInt64LE(BigInt(header.previousFirstPosition), 24);
  bytes.writeUInt32LE(header.previousChecksum, 32);
  bytes.writeBigUInt64LE(BigInt(header.fileBytes), 40);
  bytes.set(header.salt, 48);
  bytes.writeUInt32LE(crc32(bytes.subarray(0, CHECKSUM_AT)), CHECKSUM_AT);
  return bytes;
}

/** @returns `undefined` when the bytes are no undamaged header. */
export function decodeSegmentHeader(bytes: Buffer): SegmentHeader | undefined {
  if (bytes.length < SEGMENT_HEADER_BYTES || !bytes.subarray(0, 8).equals(MAGIC)) return undefined;
  if (bytes.readUInt32LE(CHECKSUM_AT) !== crc32(bytes.subarray(0, CHECKSUM_AT))) return undefined;
  return {
    formatVersion: bytes.readUInt32LE(8),
    partitionId: bytes.readUInt32LE(12),
    firstPosition: Number(bytes.readBigUInt64LE(16)),
    previousFirstPosition: Number(bytes.readBigUInt64LE(24)),
    previousChecksum: bytes.readUInt32LE(32),
    fileBytes: Number(bytes.readBigUInt64LE(40)),
    salt: Uint8Array.from(bytes.subarray(48, 56)),
  };
}

/** What the checksums of the segment's frames start from. */
export function frameSeed(header: SegmentHeader): number {
  return crc32(header.salt, header.partitionId);
}
