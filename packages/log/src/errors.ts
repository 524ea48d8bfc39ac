/** The log was written by a newer version of this software. Nothing was changed; run that version or a newer one. */
export class LogFormatError extends Error {
  override readonly name = 'LogFormatError';
  readonly code = 'NEWER_FORMAT';
}

/** The folder holds the log of another partition: usually two data folders were mixed up. Nothing was changed. */
export class WrongPartitionError extends Error {
  override readonly name = 'WrongPartitionError';
  readonly code = 'WRONG_PARTITION';
}

/**
 * POSITION_COMPACTED: a read asked for what compaction already removed. NOT_CONTIGUOUS, BATCH_TOO_LARGE,
 * PENDING_TOO_MUCH: an append broke its contract. CLOSED: a read or compaction of a closed log.
 */
export type LogUsageErrorCode =
  | 'POSITION_COMPACTED'
  | 'NOT_CONTIGUOUS'
  | 'BATCH_TOO_LARGE'
  | 'PENDING_TOO_MUCH'
  | 'CLOSED';

/** The caller's mistake. A refused append ends the log's writing like any rejected append: later ones hang on it. */
export class LogUsageError extends Error {
  override readonly name = 'LogUsageError';
  readonly code: LogUsageErrorCode;

  constructor(code: LogUsageErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** Another process, or another part of this one, uses the folder. */
export class FolderLockedError extends Error {
  override readonly name = 'FolderLockedError';
  readonly code = 'FOLDER_LOCKED';
  readonly folder: string;
  /** Process that holds the lock; `undefined` when it has not told yet. */
  readonly pid: number | undefined;

  constructor(folder: string, pid: number | undefined, message: string, options?: ErrorOptions) {
    super(message, options);
    this.folder = folder;
    this.pid = pid;
  }
}

export function positionCompacted(position: number, firstPosition: number): LogUsageError {
  return new LogUsageError(
    'POSITION_COMPACTED',
    `Expected to read from position ${firstPosition} or above, but was asked for ${position}: the log below was compacted.`,
  );
}

export function logClosed(): LogUsageError {
  return new LogUsageError('CLOSED', 'Expected an open log, but it was closed.');
}
