import { type Metadata, status } from '@grpc/grpc-js';
import { CommandFailedError, type CommandFailure, failureMessage } from '../dispatch/command-failure.ts';
import { partitionStatusCodes, rejectionStatusCodes } from './status-codes.ts';
import { statusDetails } from './status-details.ts';

/** What a failed call ends with. */
export interface GrpcStatus {
  readonly code: status;
  readonly details: string;
  readonly metadata?: Metadata;
}

/** Characters of a status text: it travels in a trailer, percent-encoded, and clients accept 8 KB of these. */
export const STATUS_TEXT_LENGTH_MAX = 4096;

/** The status for whatever a handler threw. */
export function toGrpcStatus(error: unknown): GrpcStatus {
  if (!(error instanceof CommandFailedError)) {
    const message = error instanceof Error ? error.message : String(error);
    return {
      code: status.INTERNAL,
      details: shorten(`Unexpected error occurred during the request processing: ${message}`),
    };
  }
  const { failure } = error;
  const code = statusCode(failure);
  const details = shorten(statusText(failure));
  return failure.kind === 'partition' && failure.attempts.length > 0
    ? { code, details, metadata: statusDetails(code, details, failure.attempts) }
    : { code, details };
}

function statusCode(failure: CommandFailure): status {
  switch (failure.kind) {
    case 'rejection':
      return rejectionStatusCodes[failure.rejectionType];
    case 'partition':
      return partitionStatusCodes[failure.code];
    case 'argument':
      return status.INVALID_ARGUMENT;
  }
}

/** Clients look for these two openings. */
function statusText(failure: CommandFailure): string {
  if (failure.kind !== 'partition') return failureMessage(failure);
  if (failure.code === 'TIMEOUT') return `Time out between gateway and broker: ${failure.message}`;
  if (failure.code === 'INTERNAL_ERROR') {
    return `Unexpected error occurred between gateway and broker (code: ${failure.code}) (message: ${failure.message})`;
  }
  return failure.message;
}

function shorten(text: string): string {
  return text.length <= STATUS_TEXT_LENGTH_MAX ? text : `${text.slice(0, STATUS_TEXT_LENGTH_MAX - 1)}…`;
}
