/**
 * An exporter whose other end lives in a thread of its own: a partition sends it the log's batches as they are encoded,
 * and decodes nothing.
 *
 *     partition ──open──▶ consumer ──resume──▶ partition ──batch, batch, …──▶ consumer
 *                                              partition ◀──taken, acknowledge──
 *
 * 1. Batches come in order and without gaps, behind the position the consumer resumed from. That one is the consumer's,
 *    stored together with what it made of the records: so each record takes effect there exactly once.
 * 2. At most FEED_WINDOW_BYTES are on their way that the consumer has not taken.
 * 3. The log keeps what is not acknowledged, and all of it until the consumer has said where to resume.
 * 4. A partition that closes and opens again, after a full disk, says so on the same port, and the consumer resumes anew.
 * 5. Where positions are shared, the consumer tells at each `open` what it has stored: one that died behind storing may not
 *    have, and without a further record nobody else would.
 */
import type { MessagePort } from 'node:worker_threads';

export interface RecordFeed {
  /** Names the feed in logs and metrics. */
  readonly id: string;
  /**
   * Makes a channel to the consumer for one partition. Called when the partition's thread starts, again when that died
   * and starts anew, and for all partitions when the consumer started anew. The channel before is dead then.
   */
  connect(partitionId: number): RecordFeedConnection;
  /**
   * Tells the broker how to hear of a consumer that started anew and wants its partitions connected again.
   * @returns stops that.
   */
  readonly onReconnect?: (reconnect: () => void) => () => void;
}

export interface RecordFeedConnection {
  /** The partition's end; it is transferred to the partition's thread. */
  readonly port: MessagePort;
  /** Buffer of SharedPositions: the partition keeps its committed position there. */
  readonly positions?: SharedArrayBuffer;
}

/** What a partition tells the consumer. */
export type RecordFeedMessage =
  /** The partition runs. Expects `resume`. */
  | {
      readonly kind: 'open';
      readonly partitionId: number;
      /** First position its log still holds; 1 when nothing was ever deleted. */
      readonly firstPosition: number;
      /** Last durable position; 0 when the log is empty. */
      readonly lastPosition: number;
    }
  /** Records in order, encoded (`readBatch` of protocol). The first batch may begin before the position resumed from. */
  | {
      readonly kind: 'batch';
      readonly firstPosition: number;
      readonly lastPosition: number;
      /** Owned by the receiver. */
      readonly data: Uint8Array<ArrayBuffer>;
    }
  /** Nothing comes until the next `open`. */
  | { readonly kind: 'close' };

/** What the consumer tells a partition. */
export type RecordFeedReply =
  /** Send what lies behind this position, which is the last one stored; 0 = everything. */
  | { readonly kind: 'resume'; readonly position: number }
  /** Everything up to this position is stored durably; the log may let go of it. */
  | { readonly kind: 'acknowledge'; readonly position: number }
  /** So many bytes of batches were taken off the channel: others may follow. */
  | { readonly kind: 'taken'; readonly bytes: number };

/** A feed on its way to a partition. */
export interface ConnectedFeed {
  readonly id: string;
  readonly connection: RecordFeedConnection;
}

export function connectFeeds(feeds: readonly RecordFeed[], partitionId: number): readonly ConnectedFeed[] {
  return feeds.map((feed) => ({ id: feed.id, connection: feed.connect(partitionId) }));
}
