/**
 * Batches small messages between two threads: a message of its own for each would cost several times the work it carries.
 *
 * 1. What one turn of the event loop produces travels together, up to a cap: behind the cap it goes at once, so the
 *    other side starts while this one still produces. Without the cap the two threads would take turns.
 * 2. Order is kept, also with control messages: these flush what is collected first.
 */
import { MessagePackReader, MessagePackWriter } from '@waggle/protocol';

const FRAME_ITEMS_MAX = 32;
const FRAME_BYTES_MAX = 64 * 1024;

export class FrameWriter {
  readonly #writer = new MessagePackWriter();
  readonly #post: (frame: Uint8Array) => void;
  #items = 0;
  #immediate: NodeJS.Immediate | undefined;

  constructor(post: (frame: Uint8Array) => void) {
    this.#post = post;
  }

  add(write: (writer: MessagePackWriter) => void): void {
    write(this.#writer);
    this.#items++;
    if (this.#items >= FRAME_ITEMS_MAX || this.#writer.length >= FRAME_BYTES_MAX) this.flush();
    else this.#immediate ??= setImmediate(() => this.flush());
  }

  flush(): void {
    if (this.#immediate !== undefined) clearImmediate(this.#immediate);
    this.#immediate = undefined;
    if (this.#items === 0) return;
    this.#items = 0;
    this.#post(this.#writer.take());
  }
}

export function readFrame(frame: Uint8Array, readItem: (reader: MessagePackReader) => void): void {
  const reader = new MessagePackReader(frame);
  while (!reader.isAtEnd) readItem(reader);
}
