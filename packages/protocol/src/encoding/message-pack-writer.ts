import { type Key, NO_KEY } from '../key.ts';

const INITIAL_BYTES = 64 * 1024;
/** Shorter texts are copied char by char: the call into the encoder costs more than the loop. */
const SHORT_TEXT_LENGTH = 40;
const UINT32 = 2 ** 32;

const textEncoder = new TextEncoder();

/**
 * Appends MessagePack values to a growing buffer. It can be cut back to an earlier length, which undoes a command
 * that failed half-way.
 */
export class MessagePackWriter {
  #bytes: Uint8Array<ArrayBuffer> = new Uint8Array(INITIAL_BYTES);
  #view = new DataView(this.#bytes.buffer);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** Cuts everything behind `length` off. */
  truncate(length: number): void {
    this.#length = length;
  }

  /** Replaces one byte written before. */
  patch(offset: number, byte: number): void {
    this.#bytes[offset] = byte;
  }

  /** A copy of the bytes from `start`. */
  copyFrom(start: number): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(start, this.#length);
  }

  /** Copies all bytes out and starts again empty. */
  take(): Uint8Array<ArrayBuffer> {
    const taken = this.#bytes.slice(0, this.#length);
    this.#length = 0;
    return taken;
  }

  arrayHeader(count: number): void {
    this.#reserve(5);
    if (count < 16) {
      this.#bytes[this.#length++] = 0x90 | count;
    } else if (count < 0x10000) {
      this.#bytes[this.#length++] = 0xdc;
      this.#view.setUint16(this.#length, count);
      this.#length += 2;
    } else {
      this.#bytes[this.#length++] = 0xdd;
      this.#view.setUint32(this.#length, count);
      this.#length += 4;
    }
  }

  /** A whole number within the safe integers. */
  integer(value: number): void {
    this.#reserve(9);
    if (value >= 0) {
      if (value < 0x80) {
        this.#bytes[this.#length++] = value;
      } else if (value < 0x10000) {
        this.#bytes[this.#length++] = 0xcd;
        this.#view.setUint16(this.#length, value);
        this.#length += 2;
      } else if (value < UINT32) {
        this.#bytes[this.#length++] = 0xce;
        this.#view.setUint32(this.#length, value);
        this.#length += 4;
      } else {
        this.#bytes[this.#length++] = 0xcf;
        this.#view.setUint32(this.#length, Math.floor(value / UINT32));
        this.#view.setUint32(this.#length + 4, value % UINT32);
        this.#length += 8;
      }
    } else if (value >= -32) {
      this.#bytes[this.#length++] = value + 0x100;
    } else {
      this.#bytes[this.#length++] = 0xd3;
      this.#view.setBigInt64(this.#length, BigInt(value));
      this.#length += 8;
    }
  }

  /** A key; "no key" takes one byte. */
  key(value: Key): void {
    this.#reserve(9);
    if (value === NO_KEY) {
      this.#bytes[this.#length++] = 0xff;
    } else {
      this.#bytes[this.#length++] = 0xd3;
      this.#view.setBigInt64(this.#length, value);
      this.#length += 8;
    }
  }

  boolean(value: boolean): void {
    this.#reserve(1);
    this.#bytes[this.#length++] = value ? 0xc3 : 0xc2;
  }

  text(value: string): void {
    const characters = value.length;
    if (characters < SHORT_TEXT_LENGTH && this.#shortAscii(value, characters)) return;
    // Three bytes hold any UTF-16 code unit, so the encoder never runs out of room.
    this.#reserve(5 + characters * 3);
    const start = this.#length + 5;
    const { written } = textEncoder.encodeInto(value, this.#bytes.subarray(start));
    this.#bytes[this.#length] = 0xdb;
    this.#view.setUint32(this.#length + 1, written);
    this.#length = start + written;
  }

  texts(values: readonly string[]): void {
    this.arrayHeader(values.length);
    for (const value of values) this.text(value);
  }

  keys(values: readonly Key[]): void {
    this.arrayHeader(values.length);
    for (const value of values) this.key(value);
  }

  /** String pairs as a flat array: name, value, name, value. */
  textMap(values: Readonly<Record<string, string>>): void {
    const entries = Object.entries(values);
    this.arrayHeader(entries.length * 2);
    for (const [name, value] of entries) {
      this.text(name);
      this.text(value);
    }
  }

  bytes(value: Uint8Array): void {
    this.#reserve(5 + value.length);
    this.#bytes[this.#length] = 0xc6;
    this.#view.setUint32(this.#length + 1, value.length);
    this.#bytes.set(value, this.#length + 5);
    this.#length += 5 + value.length;
  }

  #shortAscii(value: string, characters: number): boolean {
    this.#reserve(2 + SHORT_TEXT_LENGTH);
    const bytes = this.#bytes;
    const headerBytes = characters < 32 ? 1 : 2;
    let at = this.#length + headerBytes;
    for (let index = 0; index < characters; index++) {
      const code = value.charCodeAt(index);
      if (code > 0x7f) return false;
      bytes[at++] = code;
    }
    if (headerBytes === 1) {
      bytes[this.#length] = 0xa0 | characters;
    } else {
      bytes[this.#length] = 0xd9;
      bytes[this.#length + 1] = characters;
    }
    this.#length = at;
    return true;
  }

  #reserve(count: number): void {
    const needed = this.#length + count;
    if (needed <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(this.#bytes.length * 2, needed));
    grown.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = grown;
    this.#view = new DataView(grown.buffer);
  }
}
