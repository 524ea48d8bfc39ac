/**
 * A partition's log: the truth. State is its fold.
 *
 * 1. Appends are called in order and may be pipelined: the next may start before the one before is durable. They
 *    settle in order.
 * 2. A resolved append is durable and will be read for ever, until compacted. A rejected one, and every append called
 *    after it, will never be read; the log takes no more appends until it is opened again.
 * 3. Positions are contiguous: a batch starts behind the last one, and reading never skips.
 * 4. Reading shows durable batches only.
 */
export interface PartitionLog {
  /** Lowest position still held; 1 while nothing was compacted. */
  readonly firstPosition: number;
  /** Last durable position; 0 when the log is empty. */
  readonly lastPosition: number;

  /** Appends one batch as a whole. @throws {LogAppendError} nothing of the batch will ever be read. */
  append(batch: LogBatch): Promise<void>;

  /** Durable batches from the one that contains `position`, to the end as of the call. @throws {LogDamagedError} */
  read(position: number): AsyncIterable<LogBatch>;

  /** Lets go of batches that lie wholly below `position`; the log may keep more than asked. */
  compact(position: number): Promise<void>;

  /** Waits for appends on their way, then lets go of files and locks. */
  close(): Promise<void>;
}

export interface LogBatch {
  readonly firstPosition: number;
  readonly lastPosition: number;
  /** Encoded records, header included (see protocol's record codec). */
  readonly data: Uint8Array;
}

/**
 * LEADERSHIP_LOST: another writer took over. DISK_FULL: no room; the disk can be freed and the log opened again.
 * IO: the device failed. CLOSED: the log was closed or failed before.
 */
export type LogAppendErrorCode = 'LEADERSHIP_LOST' | 'DISK_FULL' | 'IO' | 'CLOSED';

export class LogAppendError extends Error {
  override readonly name = 'LogAppendError';
  readonly code: LogAppendErrorCode;

  constructor(code: LogAppendErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** Bytes on disk are not what was written. The partition must not go on: state folded past a hole is wrong for ever. */
export class LogDamagedError extends Error {
  override readonly name = 'LogDamagedError';
}
