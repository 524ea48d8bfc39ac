/**
 * NEWER_FORMAT: the data folder was written by a newer version. PARTITION_COUNT_CHANGED: the folder holds another
 * number of partitions. STATE_AHEAD_OF_LOG: the checkpoint tells of records the log does not have. LOG_GAP: records
 * between the checkpoint and the log's start are gone. STATE_DAMAGED: the checkpoint is unreadable and the log does not
 * start at its beginning. WRONG_PARTITION: the log belongs to another partition. INVALID_OPTION: an option cannot be
 * used as given. STOPPED: the broker was closed. WORKER_FAILED: a partition's thread ended.
 */
export type BrokerErrorCode =
  | 'NEWER_FORMAT'
  | 'PARTITION_COUNT_CHANGED'
  | 'STATE_AHEAD_OF_LOG'
  | 'LOG_GAP'
  | 'STATE_DAMAGED'
  | 'WRONG_PARTITION'
  | 'INVALID_OPTION'
  | 'STOPPED'
  | 'WORKER_FAILED';

/** The broker cannot start or go on; the message says what to change. */
export class BrokerError extends Error {
  override readonly name = 'BrokerError';
  readonly code: BrokerErrorCode;

  constructor(code: BrokerErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
