/**
 * The segment of a record history that is being written.
 *
 * 1. Only its end changes: blocks are added whole, and what a crash left half-written is cut off when it is opened again.
 * 2. It is closed by an index; the trailer behind that is written when all before it is durable.
 */
import { closeSync, fdatasyncSync, fstatSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { BLOCK_HEADER_BYTES, blockBytes, decodeBlockHeader, isIntact, keysOf } from './history-block.ts';
import { firstPositionOf } from './history-folder.ts';
import { encodeIndex, type IndexedBlock, readBytes } from './history-index.ts';

export interface NewBlock {
  readonly bytes: Buffer;
  readonly keys: readonly number[];
  readonly lastPosition: number;
  readonly timestamp: number;
}

export class HistorySegment {
  readonly name: string;
  readonly #file: number;
  readonly #blocks: IndexedBlock[] = [];
  #bytes = 0;
  #lastPosition: number;
  #firstTimestamp = 0;
  #lastTimestamp = 0;
  #isDurable = true;
  #isSealed = false;

  /** Opens a segment that is not closed, or makes a new one. */
  constructor(folder: string, name: string) {
    this.name = name;
    this.#lastPosition = firstPositionOf(name) - 1;
    this.#file = openSync(join(folder, name), 'a+');
    this.#recover();
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** Of the newest record in it; one before its name's while it is empty. */
  get lastPosition(): number {
    return this.#lastPosition;
  }

  /** Nothing can be appended: the next segment is due. */
  get isSealed(): boolean {
    return this.#isSealed;
  }

  get isEmpty(): boolean {
    return this.#blocks.length === 0;
  }

  /** Of its oldest block, epoch ms; 0 while it is empty. */
  get firstTimestamp(): number {
    return this.#firstTimestamp;
  }

  /** @throws nothing of the block is in the file. */
  append(block: NewBlock): void {
    try {
      this.#writeAt(block.bytes, this.#bytes);
    } catch (error) {
      ftruncateSync(this.#file, this.#bytes);
      throw error;
    }
    this.#add(block);
  }

  makeDurable(): void {
    if (this.#isDurable || this.#isSealed) return;
    fdatasyncSync(this.#file);
    this.#isDurable = true;
  }

  /** Writes the index: nothing can be appended from then on. Durable when it returns. */
  seal(): void {
    const { index, trailer } = encodeIndex(this.#blocks, {
      indexOffset: this.#bytes,
      firstPosition: firstPositionOf(this.name),
      lastPosition: this.#lastPosition,
      timestamp: this.#lastTimestamp,
    });
    try {
      this.#writeAt(index, this.#bytes);
      fdatasyncSync(this.#file);
      this.#writeAt(trailer, this.#bytes + index.length);
      fdatasyncSync(this.#file);
    } catch (error) {
      // What is half there would stand before the next try.
      ftruncateSync(this.#file, this.#bytes);
      throw error;
    }
    closeSync(this.#file);
    this.#isSealed = true;
  }

  close(): void {
    if (!this.#isSealed) closeSync(this.#file);
  }

  #recover(): void {
    const { size } = fstatSync(this.#file);
    for (;;) {
      const header = decodeBlockHeader(readBytes(this.#file, this.#bytes, BLOCK_HEADER_BYTES));
      if (header === undefined || this.#bytes + blockBytes(header) > size) break;
      const bytes = readBytes(this.#file, this.#bytes, blockBytes(header));
      if (!isIntact(bytes)) break;
      this.#add({ bytes, keys: keysOf(header, bytes), ...header });
    }
    if (this.#bytes < size) ftruncateSync(this.#file, this.#bytes);
  }

  #add({ bytes, keys, lastPosition, timestamp }: NewBlock): void {
    if (this.#blocks.length === 0) this.#firstTimestamp = timestamp;
    this.#blocks.push({ offset: this.#bytes, keys });
    this.#bytes += bytes.length;
    this.#lastPosition = lastPosition;
    this.#lastTimestamp = timestamp;
    this.#isDurable = false;
  }

  /** The file is opened to append, so it always is at its end. */
  #writeAt(bytes: Buffer, end: number): void {
    let written = 0;
    while (written < bytes.length) {
      written += writeSync(this.#file, bytes, written, bytes.length - written, end + written);
    }
  }
}
