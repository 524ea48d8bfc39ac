/** The other end of a record feed, in this thread: keeps what it got, and does what a test tells it. */
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { readBatch, SharedPositions } from '@waggle/protocol';
import type { RecordFeed, RecordFeedConnection, RecordFeedMessage, RecordFeedReply } from '../src/record-feed.ts';

export class FeedConsumer implements RecordFeed {
  readonly id = 'collecting';
  readonly positions = new SharedPositions({ partitionCount: 3 });
  readonly messages: RecordFeedMessage[] = [];
  /** Positions of the records stored, in order. */
  readonly stored: number[] = [];
  /** Whether it resumes and takes by itself. */
  isAutomatic = true;
  #port: MessagePort | undefined;
  #reconnect: (() => void) | undefined;

  connect(): RecordFeedConnection {
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    port1.on('message', (message: RecordFeedMessage) => this.#receive(message));
    return { port: port2, positions: this.positions.buffer };
  }

  onReconnect(reconnect: () => void): () => void {
    this.#reconnect = reconnect;
    return () => {
      this.#reconnect = undefined;
    };
  }

  get batches(): number {
    return this.messages.filter(({ kind }) => kind === 'batch').length;
  }

  get kinds(): readonly string[] {
    return this.messages.map(({ kind }) => kind).filter((kind, index, kinds) => kind !== kinds[index - 1]);
  }

  reply(reply: RecordFeedReply): void {
    this.#port!.postMessage(reply);
  }

  /** Its channel is gone, as when its thread dies. */
  die(): void {
    this.#port!.close();
  }

  startAnew(): void {
    this.#reconnect?.();
  }

  #receive(message: RecordFeedMessage): void {
    this.messages.push(message);
    if (!this.isAutomatic) return;
    if (message.kind === 'open') this.reply({ kind: 'resume', position: this.stored.at(-1) ?? 0 });
    if (message.kind !== 'batch') return;
    const { records, partitionId } = readBatch(message.data);
    const last = this.stored.at(-1) ?? 0;
    this.stored.push(...records.map(({ position }) => position).filter((position) => position > last));
    this.reply({ kind: 'taken', bytes: message.data.byteLength });
    this.reply({ kind: 'acknowledge', position: message.lastPosition });
    this.positions.setExported(partitionId, message.lastPosition);
  }
}
