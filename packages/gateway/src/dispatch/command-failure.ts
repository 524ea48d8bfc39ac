import {
  intentName,
  type LogRecord,
  PartitionError,
  type PartitionErrorCode,
  type RejectionTypeName,
  rejectionTypeName,
} from '@waggle/protocol';

/** Why a request did not succeed, in the one form that both APIs turn into their own answer. */
export type CommandFailure = RejectionFailure | PartitionFailure | ArgumentFailure;

/** The engine (or the gateway in its place) refused the command. */
export interface RejectionFailure {
  readonly kind: 'rejection';
  readonly rejectionType: RejectionTypeName;
  /** Name of the refused command's intent, `COMPLETE`. */
  readonly intentName: string;
  readonly reason: string;
}

/** The command did not get through, or its answer did not. */
export interface PartitionFailure {
  readonly kind: 'partition';
  readonly code: PartitionErrorCode;
  readonly message: string;
  /** What each partition said, when several were tried; empty otherwise. */
  readonly attempts: readonly PartitionAttempt[];
}

export interface PartitionAttempt {
  readonly partitionId: number;
  readonly code: PartitionErrorCode;
  readonly message: string;
}

/** The request itself is wrong; nothing was sent. */
export interface ArgumentFailure {
  readonly kind: 'argument';
  readonly message: string;
}

/** Thrown by everything in this folder for what a caller must be told. `message` is ready to be shown. */
export class CommandFailedError extends Error {
  override readonly name = 'CommandFailedError';
  readonly failure: CommandFailure;

  constructor(failure: CommandFailure, options?: ErrorOptions) {
    super(failureMessage(failure), options);
    this.failure = failure;
  }
}

export function failureMessage(failure: CommandFailure): string {
  return failure.kind === 'rejection'
    ? `Command '${failure.intentName}' rejected with code '${failure.rejectionType}': ${failure.reason}`
    : failure.message;
}

/** @param record a rejection: its `recordType` is COMMAND_REJECTION. */
export function rejectionError(record: LogRecord): CommandFailedError {
  return new CommandFailedError({
    kind: 'rejection',
    rejectionType: rejectionTypeName(record.rejectionType),
    intentName: intentName(record.valueType, record.intent),
    reason: record.rejectionReason,
  });
}

export function argumentError(message: string): CommandFailedError {
  return new CommandFailedError({ kind: 'argument', message });
}

/** Turns what a port threw into the form callers know; what nobody expected stays as it is. */
export function toCommandError(error: unknown): unknown {
  if (!(error instanceof PartitionError)) return error;
  return new CommandFailedError(
    { kind: 'partition', code: error.code, message: error.message, attempts: [] },
    { cause: error },
  );
}
