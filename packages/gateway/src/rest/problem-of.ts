/** Finds the answer for whatever was thrown while a request was handled. */
import type { PartitionErrorCode, RejectionTypeName } from '@waggle/protocol';
import { SearchError, type SearchErrorCode } from '@waggle/search';
import { CommandFailedError, type CommandFailure } from '../dispatch/index.ts';
import { DocumentError, type DocumentErrorCode } from '../documents/errors.ts';
import { invalidArgument, payloadTooLarge, unreadableBody, unsupportedMediaType } from './errors.ts';
import { quotedText } from './quoted-text.ts';
import { RestProblem } from './rest-problem.ts';

// Not imported: an import of this module reads all it exports, which loads Node's fetch and WebSocket, 3 MB nobody uses.
const { STATUS_CODES } = process.getBuiltinModule('node:http');

type StatusAndTitle = readonly [status: number, title: string];

const byRejectionType: Readonly<Record<RejectionTypeName, StatusAndTitle>> = {
  INVALID_ARGUMENT: [400, 'INVALID_ARGUMENT'],
  NOT_FOUND: [404, 'NOT_FOUND'],
  ALREADY_EXISTS: [409, 'ALREADY_EXISTS'],
  INVALID_STATE: [409, 'INVALID_STATE'],
  UNAUTHORIZED: [401, 'UNAUTHORIZED'],
  FORBIDDEN: [403, 'FORBIDDEN'],
  PROCESSING_ERROR: [500, 'INTERNAL'],
  EXCEEDED_BATCH_RECORD_SIZE: [500, 'INTERNAL'],
  NULL_VAL: [500, 'UNKNOWN'],
};

const byPartitionErrorCode: Readonly<Record<PartitionErrorCode, StatusAndTitle>> = {
  // Clients try again after a 503 only if its title is exactly this.
  RESOURCE_EXHAUSTED: [503, 'RESOURCE_EXHAUSTED'],
  PARTITION_UNAVAILABLE: [503, 'UNAVAILABLE'],
  PARTITION_NOT_FOUND: [404, 'NOT_FOUND'],
  TIMEOUT: [504, 'DEADLINE_EXCEEDED'],
  ABORTED: [502, 'ABORTED'],
  MESSAGE_TOO_LARGE: [413, 'Payload Too Large'],
  INTERNAL_ERROR: [500, 'INTERNAL'],
};

const TIMED_OUT = 'Expected to handle request, but request timed out between gateway and broker';

/**
 * @param contentType that of the request, to be named when it is the wrong one
 * @returns the answer, or `undefined` for what nobody expected: our own mistakes, to be logged and not shown.
 */
export function problemOf(error: unknown, contentType?: string): RestProblem | undefined {
  if (error instanceof RestProblem) return error;
  if (error instanceof CommandFailedError) return commandProblem(error.failure, error);
  if (error instanceof DocumentError) return documentProblem(error);
  if (error instanceof SearchError) return searchProblem(error);
  return error instanceof Error ? frameworkProblem(error, contentType) : undefined;
}

export function unexpectedProblem(requestId: string): RestProblem {
  return new RestProblem({
    status: 500,
    title: 'INTERNAL',
    detail: `Unexpected error occurred during the request processing: see request ${requestId} in the log of the server`,
  });
}

function commandProblem(failure: CommandFailure, cause: CommandFailedError): RestProblem {
  switch (failure.kind) {
    case 'rejection': {
      const [status, title] = byRejectionType[failure.rejectionType];
      return new RestProblem({ status, title, detail: cause.message, cause });
    }
    case 'partition': {
      const [status, title] = byPartitionErrorCode[failure.code];
      return new RestProblem({
        status,
        title,
        detail: failure.code === 'TIMEOUT' ? TIMED_OUT : failure.message,
        cause,
      });
    }
    case 'argument':
      return invalidArgument([failure.message.replace(/\.$/, '')]);
  }
}

const bySearchErrorCode: Readonly<Record<Exclude<SearchErrorCode, 'INTERNAL'>, StatusAndTitle>> = {
  INVALID_REQUEST: [400, 'INVALID_ARGUMENT'],
  TIMEOUT: [504, 'DEADLINE_EXCEEDED'],
  UNAVAILABLE: [503, 'UNAVAILABLE'],
};

function searchProblem(error: SearchError): RestProblem | undefined {
  if (error.code === 'INTERNAL') return undefined;
  const [status, title] = bySearchErrorCode[error.code];
  return new RestProblem({ status, title, detail: error.message, cause: error });
}

const byDocumentErrorCode: Readonly<Record<DocumentErrorCode, StatusAndTitle>> = {
  NOT_FOUND: [404, 'NOT_FOUND'],
  ALREADY_EXISTS: [409, 'ALREADY_EXISTS'],
  INVALID_INPUT: [400, 'INVALID_ARGUMENT'],
  TOO_LARGE: [413, 'Payload Too Large'],
  UNSUPPORTED: [403, 'FORBIDDEN'],
  UNAVAILABLE: [503, 'UNAVAILABLE'],
};

function documentProblem(error: DocumentError): RestProblem {
  const [status, title] = byDocumentErrorCode[error.code];
  return new RestProblem({ status, title, detail: error.message, cause: error });
}

/** What Fastify and its plugins throw at requests they cannot take. */
function frameworkProblem(
  error: Error & { code?: unknown; statusCode?: unknown },
  contentType?: string,
): RestProblem | undefined {
  switch (error.code) {
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return unsupportedMediaType(quotedText(contentType ?? ''));
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
    case 'FST_REQ_FILE_TOO_LARGE':
    case 'FST_FILES_LIMIT':
    case 'FST_PARTS_LIMIT':
    case 'FST_FIELDS_LIMIT':
      return payloadTooLarge('Expected a smaller request, but it exceeds the limits of this server', error);
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return unreadableBody();
  }
  const status = error.statusCode;
  if (typeof error.code !== 'string' || !error.code.startsWith('FST_')) return undefined;
  if (typeof status !== 'number' || status < 400 || status >= 500) return undefined;
  return new RestProblem({ status, title: STATUS_CODES[status] ?? 'Bad Request', detail: error.message, cause: error });
}
