/**
 * A partition's end of a record feed (see record-feed.ts). Lives as long as the partition; the log comes and goes.
 *
 * 1. A batch that becomes durable goes out at once when everything before it did. A consumer that fell behind, or has
 *    just come, is fed from the log until it has caught up.
 * 2. Whatever ends a stream (the consumer resumed anew, a pause, another port, a closed log) makes its number old; what
 *    still reads for it sends nothing more.
 */
import type { MessagePort } from 'node:worker_threads';
import type { LogBatch, PartitionLog } from '@waggle/engine';
import { type ExportingMode, SharedPositions } from '@waggle/protocol';
import type { Logger } from 'pino';
import type { ExportProgress } from './export-progress.ts';
import type { RecordFeedConnection, RecordFeedMessage, RecordFeedReply } from './record-feed.ts';

/**
 * Bytes on their way to the consumer. More than it takes off in one transaction, so it never waits for the partition;
 * few enough that one that hangs costs no memory worth mentioning. A larger batch travels alone.
 */
export const FEED_WINDOW_BYTES = 8 * 1024 * 1024;
/** Bytes read from the log before commands of the same thread get their turn: well under a millisecond. */
const BYTES_PER_TURN = 1024 * 1024;

export interface RecordFeedSenderOptions {
  readonly id: string;
  readonly partitionId: number;
  readonly logger: Logger;
}

export class RecordFeedSender implements ExportProgress {
  readonly id: string;
  readonly #options: RecordFeedSenderOptions;
  #port: MessagePort | undefined;
  #positions: SharedPositions | undefined;
  #log: PartitionLog | undefined;
  #mode: ExportingMode = 'exporting';
  /** Position sent next; `undefined` until the consumer said where to resume. */
  #next: number | undefined;
  #stream = 0;
  #bytesOnTheWay = 0;
  #acknowledged = 0;
  /** While softly paused: what the log may let go of. */
  #pausedAt = 0;
  #reading: Promise<void> | undefined;
  /** Ends the wait for room in the window. */
  #wake: (() => void) | undefined;
  #failures = 0;

  constructor(options: RecordFeedSenderOptions) {
    this.id = options.id;
    this.#options = options;
  }

  get position(): number {
    return this.#acknowledged;
  }

  get lagRecords(): number {
    return Math.max(0, (this.#log?.lastPosition ?? 0) - this.#acknowledged);
  }

  get failures(): number {
    return this.#failures;
  }

  get isSettled(): boolean {
    if (this.#mode !== 'paused') return true;
    return this.#next === undefined || this.#acknowledged >= this.#next - 1;
  }

  /** Takes the partition's end of a channel, in place of the one before. */
  connect({ port, positions }: RecordFeedConnection): void {
    this.#letGoOfPort();
    this.#port = port;
    this.#positions = positions === undefined ? undefined : new SharedPositions(positions);
    port.on('message', (reply: RecordFeedReply) => {
      if (this.#port === port) this.#receive(reply);
    });
    port.on('close', () => {
      if (this.#port === port) this.#lost();
    });
    if (this.#log !== undefined) this.#announce(this.#log);
  }

  /** The partition runs with this log. */
  open(log: PartitionLog): void {
    this.#log = log;
    this.#announce(log);
  }

  /** Everything up to here is durable, and nobody was told yet. */
  setCommitted(position: number): void {
    this.#positions?.setCommitted(this.#options.partitionId, position);
  }

  /** A batch became durable. */
  onDurable(batch: LogBatch): void {
    if (this.#next === undefined || this.#mode === 'paused' || this.#reading !== undefined) return;
    if (batch.firstPosition === this.#next && this.#hasRoomFor(batch)) this.#send(batch);
    else this.#read();
  }

  setMode(mode: ExportingMode): void {
    if (mode === 'softPaused' && this.#mode !== 'softPaused') this.#pausedAt = this.#acknowledged;
    this.#mode = mode;
    this.#wake?.();
    this.#read();
  }

  /** @returns position up to which the log may forget, as far as this feed goes. */
  async persistPosition(): Promise<number> {
    return this.#mode === 'softPaused' ? this.#pausedAt : this.#acknowledged;
  }

  /** The log is about to be closed; the partition may open it again. */
  async stop(): Promise<void> {
    this.#log = undefined;
    this.#endStream();
    this.#post({ kind: 'close' });
    await this.#reading;
  }

  /** The partition is over. */
  close(): void {
    this.#letGoOfPort();
  }

  #announce(log: PartitionLog): void {
    const { partitionId } = this.#options;
    this.#endStream();
    this.setCommitted(log.lastPosition);
    this.#post({ kind: 'open', partitionId, firstPosition: log.firstPosition, lastPosition: log.lastPosition });
  }

  #receive(reply: RecordFeedReply): void {
    switch (reply.kind) {
      case 'resume':
        this.#resume(reply.position);
        break;
      case 'acknowledge':
        this.#acknowledged = Math.max(this.#acknowledged, reply.position);
        break;
      case 'taken':
        this.#bytesOnTheWay = Math.max(0, this.#bytesOnTheWay - reply.bytes);
        this.#wake?.();
        this.#read();
        break;
    }
  }

  #resume(position: number): void {
    // Asked for by an `open` that a `close` followed: the next one asks again.
    if (this.#log === undefined) return;
    this.#endStream();
    const { lastPosition } = this.#log;
    if (position > lastPosition) {
      this.#failures++;
      this.#options.logger.error(
        { position, lastPosition },
        'Expected the consumer of the feed to resume within the log, but it has stored records that the log does not hold: its store belongs to another data folder, or to a later state of this one. It gets nothing until that is put right',
      );
      return;
    }
    this.#acknowledged = position;
    this.#next = position + 1;
    this.#read();
  }

  #endStream(): void {
    this.#stream++;
    this.#next = undefined;
    this.#bytesOnTheWay = 0;
    this.#wake?.();
  }

  #isSending(stream: number): boolean {
    return stream === this.#stream && this.#next !== undefined && this.#mode !== 'paused';
  }

  /** Feeds from the log what is there, unless that is under way or not wanted. */
  #read(): void {
    const log = this.#log;
    if (log === undefined || this.#reading !== undefined || !this.#isSending(this.#stream)) return;
    if (this.#next! > log.lastPosition) return;
    const stream = this.#stream;
    this.#reading = this.#sendFromLog(log, stream)
      .catch((error: unknown) => {
        // A log that is closed while it is read says so; its partition announces the next one. And a stream that began
        // meanwhile reads for itself.
        if (this.#log !== log || this.#stream !== stream) return;
        this.#failures++;
        this.#endStream();
        this.#options.logger.fatal(
          { err: error },
          'The feed ended: the log cannot be read on. It starts again with the partition',
        );
      })
      .finally(() => {
        this.#reading = undefined;
        // Another stream may have begun meanwhile, and could not start.
        this.#read();
      });
  }

  async #sendFromLog(log: PartitionLog, stream: number): Promise<void> {
    while (this.#isSending(stream) && this.#next! <= log.lastPosition) {
      this.#skipWhatIsGone(log);
      let bytes = 0;
      for await (const batch of log.read(this.#next!)) {
        while (this.#isSending(stream) && !this.#hasRoomFor(batch)) await this.#wait();
        if (!this.#isSending(stream)) return;
        this.#send(batch);
        bytes += batch.data.byteLength;
        if (bytes < BYTES_PER_TURN) continue;
        bytes = 0;
        await new Promise(setImmediate);
      }
    }
  }

  #skipWhatIsGone(log: PartitionLog): void {
    const { firstPosition } = log;
    const from = this.#next!;
    if (from >= firstPosition) return;
    this.#failures++;
    this.#options.logger.error(
      { from, firstPosition, lostRecords: firstPosition - from },
      `Expected the log to hold what the feed "${this.id}" has not stored, but the records from position ${from} to ${firstPosition - 1} are deleted: what they tell is missing from its store for ever. Going on with the first record there is`,
    );
    this.#next = firstPosition;
  }

  #hasRoomFor({ data }: LogBatch): boolean {
    return this.#bytesOnTheWay === 0 || this.#bytesOnTheWay + data.byteLength <= FEED_WINDOW_BYTES;
  }

  #send({ firstPosition, lastPosition, data }: LogBatch): void {
    // The log and other exporters still need the original, which may also be a small part of a large buffer.
    const copy = new Uint8Array(data);
    this.#next = lastPosition + 1;
    this.#bytesOnTheWay += copy.byteLength;
    this.#post({ kind: 'batch', firstPosition, lastPosition, data: copy }, [copy.buffer]);
  }

  #post(message: RecordFeedMessage, transfer: readonly ArrayBuffer[] = []): void {
    this.#port?.postMessage(message, transfer);
  }

  #lost(): void {
    this.#port = undefined;
    this.#failures++;
    this.#endStream();
    this.#options.logger.warn(
      'The consumer of the feed is gone: the log keeps what it has not stored until it is back',
    );
  }

  #letGoOfPort(): void {
    const port = this.#port;
    this.#port = undefined;
    port?.close();
    this.#endStream();
  }

  #wait(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }
}
