import { type Key, NO_KEY } from '../key.ts';

const UINT32 = 2 ** 32;
const SHORT_TEXT_BYTES = 40;
const INTERNED_SLOTS = 8192;

/** A mark of the byte order at the beginning is a character like any other: texts come back as they were written. */
const textDecoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Most lists are empty; one object serves them all. */
const NO_TEXTS: readonly string[] = Object.freeze([]);

/** Ids repeat endlessly in a log; sharing one string for each keeps a replayed state as small as a live one. */
const interned: (string | undefined)[] = new Array(INTERNED_SLOTS);

/** Thrown when bytes are not what the writer produced: the log is damaged or of a newer format. */
export class MalformedEncoding extends Error {
  override readonly name = 'MalformedEncoding';
}

/** Reads what MessagePackWriter wrote, front to back. */
export class MessagePackReader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #offset: number;

  constructor(bytes: Uint8Array, offset = 0) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#offset = offset;
  }

  get offset(): number {
    return this.#offset;
  }

  get isAtEnd(): boolean {
    return this.#offset >= this.#bytes.length;
  }

  arrayHeader(): number {
    const tag = this.#byte();
    if ((tag & 0xf0) === 0x90) return tag & 0x0f;
    if (tag === 0xdc) return this.#view.getUint16(this.#advance(2));
    if (tag === 0xdd) return this.#view.getUint32(this.#advance(4));
    throw this.#unexpected('an array', tag);
  }

  integer(): number {
    const tag = this.#byte();
    if (tag < 0x80) return tag;
    if (tag >= 0xe0) return tag - 0x100;
    switch (tag) {
      case 0xcd:
        return this.#view.getUint16(this.#advance(2));
      case 0xce:
        return this.#view.getUint32(this.#advance(4));
      case 0xcf: {
        const at = this.#advance(8);
        return this.#view.getUint32(at) * UINT32 + this.#view.getUint32(at + 4);
      }
      case 0xd3:
        return Number(this.#view.getBigInt64(this.#advance(8)));
      default:
        throw this.#unexpected('an integer', tag);
    }
  }

  key(): Key {
    const tag = this.#byte();
    if (tag === 0xff) return NO_KEY;
    if (tag !== 0xd3) throw this.#unexpected('a key', tag);
    return this.#view.getBigInt64(this.#advance(8)) as Key;
  }

  boolean(): boolean {
    const tag = this.#byte();
    if (tag === 0xc3) return true;
    if (tag === 0xc2) return false;
    throw this.#unexpected('a boolean', tag);
  }

  text(): string {
    const length = this.#textLength();
    const start = this.#advance(length);
    return length <= SHORT_TEXT_BYTES
      ? this.#shortText(start, length)
      : textDecoder.decode(this.#bytes.subarray(start, this.#offset));
  }

  texts(): readonly string[] {
    const count = this.arrayHeader();
    return count === 0 ? NO_TEXTS : Array.from({ length: count }, () => this.text());
  }

  keys(): readonly Key[] {
    return Array.from({ length: this.arrayHeader() }, () => this.key());
  }

  textMap(): Readonly<Record<string, string>> {
    const count = this.arrayHeader() / 2;
    const entries: [string, string][] = [];
    for (let index = 0; index < count; index++) entries.push([this.text(), this.text()]);
    // fromEntries defines own properties, so a header named __proto__ stays an ordinary name.
    return Object.fromEntries(entries);
  }

  bytes(): Uint8Array {
    const tag = this.#byte();
    if (tag !== 0xc6) throw this.#unexpected('bytes', tag);
    const start = this.#advance(this.#view.getUint32(this.#advance(4)));
    return this.#bytes.slice(start, this.#offset);
  }

  #textLength(): number {
    const tag = this.#byte();
    if ((tag & 0xe0) === 0xa0) return tag & 0x1f;
    if (tag === 0xd9) return this.#byte();
    if (tag === 0xdb) return this.#view.getUint32(this.#advance(4));
    throw this.#unexpected('a text', tag);
  }

  #shortText(start: number, length: number): string {
    if (length === 0) return '';
    const bytes = this.#bytes;
    const end = start + length;
    let hash = length;
    for (let index = start; index < end; index++) {
      const byte = bytes[index]!;
      if (byte > 0x7f) return textDecoder.decode(bytes.subarray(start, end));
      hash = (Math.imul(hash, 31) + byte) | 0;
    }
    const slot = (hash ^ (hash >>> 15)) & (INTERNED_SLOTS - 1);
    const candidate = interned[slot];
    if (candidate !== undefined && candidate.length === length && this.#matches(candidate, start)) return candidate;
    const text = String.fromCharCode.apply(null, bytes.subarray(start, end) as unknown as number[]);
    interned[slot] = text;
    return text;
  }

  #matches(candidate: string, start: number): boolean {
    for (let index = 0; index < candidate.length; index++) {
      if (candidate.charCodeAt(index) !== this.#bytes[start + index]) return false;
    }
    return true;
  }

  #byte(): number {
    const byte = this.#bytes[this.#offset++];
    if (byte === undefined) throw new MalformedEncoding('Expected more bytes, but the record ends here');
    return byte;
  }

  /** Steps over bytes. @returns where they start. */
  #advance(count: number): number {
    const start = this.#offset;
    this.#offset = start + count;
    if (this.#offset > this.#bytes.length) throw new MalformedEncoding('Expected more bytes, but the record ends here');
    return start;
  }

  #unexpected(expected: string, tag: number): MalformedEncoding {
    return new MalformedEncoding(
      `Expected ${expected} at byte ${this.#offset - 1}, but found the tag 0x${tag.toString(16)}`,
    );
  }
}
