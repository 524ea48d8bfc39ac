import type { DiskKeyPart } from './disk-key.ts';
import { KeyWatermark } from './key-watermark.ts';

/** The form in which an extent is stored. */
export interface StoredExtent {
  readonly hasRows: boolean;
  readonly firsts: readonly bigint[];
  readonly seconds: readonly bigint[];
}

/**
 * What a table can have on disk at most, to answer "there is no such row" without looking. It only grows: deleted rows
 * do not lower it.
 */
export class DiskExtent {
  #hasRows: boolean;
  readonly #firsts: KeyWatermark;
  readonly #seconds: KeyWatermark;

  constructor(stored: StoredExtent = { hasRows: false, firsts: [], seconds: [] }) {
    this.#hasRows = stored.hasRows;
    this.#firsts = new KeyWatermark(stored.firsts);
    this.#seconds = new KeyWatermark(stored.seconds);
  }

  /** Whether there can be a row with this key, or a group of this key. */
  mayHave(first: DiskKeyPart): boolean {
    return this.#hasRows && (typeof first !== 'bigint' || !this.#firsts.isBelow(first));
  }

  mayHaveMember(first: DiskKeyPart, second: DiskKeyPart): boolean {
    return this.mayHave(first) && (typeof second !== 'bigint' || !this.#seconds.isBelow(second));
  }

  add(first: DiskKeyPart, second: DiskKeyPart | undefined): void {
    this.#hasRows = true;
    if (typeof first === 'bigint') this.#firsts.raise(first);
    if (typeof second === 'bigint') this.#seconds.raise(second);
  }

  copy(): DiskExtent {
    return new DiskExtent(this.stored());
  }

  stored(): StoredExtent {
    return { hasRows: this.#hasRows, firsts: this.#firsts.highestKeys(), seconds: this.#seconds.highestKeys() };
  }
}
