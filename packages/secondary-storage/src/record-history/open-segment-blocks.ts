import { blockBytes, decodeBlockHeader, keysOf } from './history-block.ts';
import { type IndexedBlock, readBytes } from './history-index.ts';

/** Read at once: the header and keys of a block, and often all of it. */
const READ_BYTES = 4 * 1024;

/** Blocks of a segment that has no index yet. What was seen before is not read again: only the end of a segment changes. */
export class OpenSegmentBlocks {
  readonly #blocks: IndexedBlock[] = [];
  #end = 0;

  /** @returns offsets of the blocks that concern an instance, ascending. @param size of the file. */
  find(file: number, size: number, counter: number): readonly number[] {
    this.#readOn(file, size);
    return this.#blocks.filter(({ keys }) => keys.includes(counter)).map(({ offset }) => offset);
  }

  #readOn(file: number, size: number): void {
    for (;;) {
      const bytes = readBytes(file, this.#end, READ_BYTES);
      const header = decodeBlockHeader(bytes);
      // An end that is half-written now belongs to records that nobody was told of yet.
      if (header === undefined || this.#end + blockBytes(header) > size) return;
      const withKeys = blockBytes({ ...header, storedBytes: 0 });
      const keys = keysOf(header, withKeys > bytes.length ? readBytes(file, this.#end, withKeys) : bytes);
      this.#blocks.push({ offset: this.#end, keys });
      this.#end += blockBytes(header);
    }
  }
}
