/**
 * Keys on disk: bytes that sort like the keys in memory.
 *
 *     table (2 bytes) part [part]
 *     part = 0x10 int64, sign flipped, big-endian
 *          | 0x18 float64, made sortable, big-endian
 *          | 0x20 text 0x00
 *          | 0x20 the first bytes of a long text (up to TEXT_BYTES_MAX), 0xff, SHA-256 of the text
 *
 * 1. Text is written by UTF-16 code unit, each in one to three bytes as in UTF-8, because that is how texts compare in
 *    memory; UTF-8 proper would sort U+FFFF before U+10000. Units 0 and 1 are escaped, so that 0x00 can end a text.
 * 2. Long texts are only grouped by their beginning; whoever reads them sorts those that begin alike. Their rows
 *    carry the full keys.
 */
import { createHash } from 'node:crypto';
import { StateUsageError } from '../errors.ts';

/** LMDB takes keys of 1978 bytes on pages of 4 kB; two long texts with their hashes fit. */
const TEXT_BYTES_MAX = 900;

const TAG_INTEGER = 0x10;
const TAG_FLOAT = 0x18;
const TAG_TEXT = 0x20;
const TEXT_END = 0x00;
const TEXT_GOES_ON = 0xff;
const ESCAPE = 0x01;
const HASH_BYTES = 32;
const UNIT_BYTES_MAX = 3;

export type DiskKeyPart = bigint | number | string;

/** What follows the last part, to make bounds of ranges. */
export type DiskKeyEdge =
  /** The key itself. */
  | 'exact'
  /** Behind every key that begins with these parts. */
  | 'above'
  /** At or before the key, and before all long texts that begin like its last part. */
  | 'run';

export interface DiskKey {
  readonly table: number;
  readonly first?: DiskKeyPart;
  readonly second?: DiskKeyPart;
  readonly edge: DiskKeyEdge;
}

export interface DecodedDiskKey {
  readonly first: DiskKeyPart;
  readonly second: DiskKeyPart | undefined;
  /** The part is a long text of which only the beginning is here; the row has the parts. */
  readonly isFirstLong: boolean;
  readonly isSecondLong: boolean;
}

/** What LMDB hands in: a buffer that may cache its view. */
interface KeyBytes extends Uint8Array {
  dataView?: DataView;
}

/** The form of a key coder that `lmdb` takes. */
export const diskKeyEncoder = {
  /** @returns the position behind the key. */
  writeKey(key: DiskKey, target: KeyBytes, start: number): number {
    let position = start;
    target[position++] = key.table >> 8;
    target[position++] = key.table & 0xff;
    const isLastFirst = key.second === undefined;
    if (key.first !== undefined) position = writePart(key.first, target, position, isLastFirst && key.edge === 'run');
    if (!isLastFirst) position = writePart(key.second, target, position, key.edge === 'run');
    if (key.edge === 'above') target[position++] = 0xff;
    return position;
  },

  readKey(source: KeyBytes, start: number, end: number): DecodedDiskKey {
    const reader = new DiskKeyReader(source, start + 2);
    const first = reader.readPart();
    const isFirstLong = reader.isLong;
    const second = reader.position < end ? reader.readPart() : undefined;
    return { first, second, isFirstLong, isSecondLong: second !== undefined && reader.isLong };
  },
};

/** Whether a text is too long to be written whole. */
export function isLongText(part: DiskKeyPart | undefined): boolean {
  if (typeof part !== 'string' || part.length * 3 <= TEXT_BYTES_MAX) return false;
  let bytes = 0;
  for (let index = 0; index < part.length; index++) {
    if (bytes + UNIT_BYTES_MAX > TEXT_BYTES_MAX) return true;
    bytes += unitBytes(part.charCodeAt(index));
  }
  return false;
}

function writePart(part: DiskKeyPart, target: KeyBytes, position: number, isRunStart: boolean): number {
  if (typeof part === 'bigint') return writeInteger(part, target, position);
  if (typeof part === 'number') return writeFloat(part, target, position);
  return writeText(part, target, position, isRunStart);
}

function writeInteger(value: bigint, target: KeyBytes, position: number): number {
  if (BigInt.asIntN(64, value) !== value) {
    throw new StateUsageError(`Expected keys to be signed 64-bit integers, but got ${value}`);
  }
  target[position] = TAG_INTEGER;
  viewOf(target).setBigInt64(position + 1, value);
  target[position + 1] = (target[position + 1] as number) ^ 0x80;
  return position + 9;
}

function writeFloat(value: number, target: KeyBytes, position: number): number {
  target[position] = TAG_FLOAT;
  viewOf(target).setFloat64(position + 1, value);
  // Negative numbers sort by the complement of their bits.
  const mask = value < 0 ? 0xff : 0x00;
  target[position + 1] = (target[position + 1] as number) ^ (mask | 0x80);
  for (let byte = position + 2; byte < position + 9; byte++) target[byte] = (target[byte] as number) ^ mask;
  return position + 9;
}

function writeText(text: string, target: KeyBytes, position: number, isRunStart: boolean): number {
  target[position++] = TAG_TEXT;
  const end = position + TEXT_BYTES_MAX;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    // By the longest unit, not this one: texts that begin alike must be cut at the same unit.
    if (position + UNIT_BYTES_MAX > end) return writeLongTextEnd(text, target, position, isRunStart);
    if (unit <= ESCAPE) {
      target[position++] = ESCAPE;
      target[position++] = unit + 1;
    } else if (unit < 0x80) target[position++] = unit;
    else if (unit < 0x800) {
      target[position++] = 0xc0 | (unit >> 6);
      target[position++] = 0x80 | (unit & 0x3f);
    } else {
      target[position++] = 0xe0 | (unit >> 12);
      target[position++] = 0x80 | ((unit >> 6) & 0x3f);
      target[position++] = 0x80 | (unit & 0x3f);
    }
  }
  target[position++] = TEXT_END;
  return position;
}

function writeLongTextEnd(text: string, target: KeyBytes, position: number, isRunStart: boolean): number {
  target[position++] = TEXT_GOES_ON;
  if (isRunStart) return position;
  // UTF-16 and not UTF-8, which would make one of all lone surrogates.
  target.set(createHash('sha256').update(Buffer.from(text, 'utf16le')).digest(), position);
  return position + HASH_BYTES;
}

function unitBytes(unit: number): number {
  return unit > ESCAPE && unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3;
}

function viewOf(bytes: KeyBytes): DataView {
  bytes.dataView ??= new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return bytes.dataView;
}

class DiskKeyReader {
  readonly #source: KeyBytes;
  position: number;
  /** Whether the part read last was a long text. */
  isLong = false;

  constructor(source: KeyBytes, position: number) {
    this.#source = source;
    this.position = position;
  }

  readPart(): DiskKeyPart {
    const tag = this.#source[this.position++];
    this.isLong = false;
    if (tag === TAG_INTEGER) return this.#readInteger();
    if (tag === TAG_FLOAT) return this.#readFloat();
    if (tag === TAG_TEXT) return this.#readText();
    throw new RangeError(`Expected the key of a row, but found the tag ${tag}`);
  }

  #readInteger(): bigint {
    const bits = viewOf(this.#source).getBigUint64(this.position);
    this.position += 8;
    return BigInt.asIntN(64, bits ^ (1n << 63n));
  }

  #readFloat(): number {
    const bytes = this.#source.slice(this.position, this.position + 8);
    this.position += 8;
    const isNegative = ((bytes[0] as number) & 0x80) === 0;
    const mask = isNegative ? 0xff : 0x00;
    bytes[0] = (bytes[0] as number) ^ (mask | 0x80);
    for (let byte = 1; byte < 8; byte++) bytes[byte] = (bytes[byte] as number) ^ mask;
    return new DataView(bytes.buffer, bytes.byteOffset).getFloat64(0);
  }

  #readText(): string {
    const source = this.#source;
    let text = '';
    for (;;) {
      const byte = source[this.position++] as number;
      if (byte === TEXT_END) return text;
      if (byte === TEXT_GOES_ON) {
        this.isLong = true;
        this.position += HASH_BYTES;
        return text;
      }
      text += String.fromCharCode(this.#readUnit(byte));
    }
  }

  #readUnit(byte: number): number {
    if (byte === ESCAPE) return (this.#source[this.position++] as number) - 1;
    if (byte < 0x80) return byte;
    const second = (this.#source[this.position++] as number) & 0x3f;
    if (byte < 0xe0) return ((byte & 0x1f) << 6) | second;
    const third = (this.#source[this.position++] as number) & 0x3f;
    return ((byte & 0x0f) << 12) | (second << 6) | third;
  }
}
