/** The partition's end of a record feed, for a log that is nowhere: what is sent is gone. */
import type { MessagePort } from 'node:worker_threads';
import type { RecordFeed, RecordFeedMessage, RecordFeedReply } from '@waggle/broker';
import type { LogBatch } from '@waggle/engine';

/** On their way and not taken; as the broker's. */
const WINDOW_BYTES = 8 * 1024 * 1024;

export class RecordFeeder {
  readonly #port: MessagePort;
  #bytesOnTheWay = 0;
  #wake: (() => void) | undefined;
  readonly #resumed: Promise<number>;

  constructor(feed: RecordFeed) {
    this.#port = feed.connect(1).port;
    this.#resumed = new Promise((resolve) => {
      this.#port.on('message', (reply: RecordFeedReply) => {
        if (reply.kind === 'resume') resolve(reply.position);
        if (reply.kind !== 'taken') return;
        this.#bytesOnTheWay -= reply.bytes;
        this.#wake?.();
      });
    });
    this.#post({ kind: 'open', partitionId: 1, firstPosition: 1, lastPosition: 0 });
  }

  /** Resolves as soon as another batch may come. */
  async send({ firstPosition, lastPosition, data }: LogBatch): Promise<void> {
    await this.#resumed;
    this.#bytesOnTheWay += data.length;
    this.#post({ kind: 'batch', firstPosition, lastPosition, data: new Uint8Array(data) });
    await this.#untilBelow(WINDOW_BYTES);
  }

  /** Resolves when everything is written. */
  async drained(): Promise<void> {
    await this.#untilBelow(1);
  }

  async #untilBelow(bytes: number): Promise<void> {
    while (this.#bytesOnTheWay >= bytes) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  #post(message: RecordFeedMessage): void {
    this.#port.postMessage(message);
  }
}
