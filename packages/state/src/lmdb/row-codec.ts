import { Packr } from 'msgpackr';

/**
 * Self-contained MessagePack: no dictionary between rows, since every row is read alone. Bigints stay bigints (int64),
 * numbers numbers, `undefined` stays. Not kept: the sign of -0, and lone surrogates in texts, which no log keeps either.
 */
const packr = new Packr({ useRecords: false, mapsAsObjects: true, copyBuffers: true, useBigIntExtension: true });

/** Buffers of LMDB are larger than the value in them. */
interface ValueBytes extends Uint8Array {
  readonly maxLength?: number;
}

/** @returns bytes that the next call overwrites. */
export function encodeRow(row: unknown): Uint8Array {
  return packr.pack(row);
}

/** The form of a value coder that `lmdb` takes; it only reads. */
export class RowDecoder {
  /** Bytes of the row decoded last. */
  lastBytes = 0;
  #source: Uint8Array | undefined;
  #view: Uint8Array = new Uint8Array(0);

  encode(): never {
    throw new Error('Expected rows to be written through the writing handle');
  }

  decode(source: ValueBytes): unknown {
    this.lastBytes = source.length;
    if (source !== this.#source) {
      this.#source = source;
      // A plain array, because what is cut out of a Buffer would be a Buffer again, and rows hold Uint8Arrays.
      this.#view = new Uint8Array(source.buffer, source.byteOffset, source.maxLength ?? source.length);
    }
    return packr.unpack(this.#view, source.length as never);
  }
}
