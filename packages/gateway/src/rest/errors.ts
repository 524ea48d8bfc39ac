/**
 * Every problem the REST API itself can answer with. Titles and wordings are what clients of the original know and
 * partly match on, so they do not follow the "Expected …, but …" form everywhere.
 */
import { RestProblem } from './rest-problem.ts';

/** The body cannot be read at all or does not fit the declared types. */
export function badRequest(detail: string): RestProblem {
  return new RestProblem({ status: 400, title: 'Bad Request', detail });
}

export const unreadableBody = (): RestProblem => badRequest('Failed to read request');
export const missingBody = (): RestProblem => badRequest('Required request body is missing');
export const unreadableProperty = (path: string): RestProblem =>
  badRequest(`Request property [${path}] cannot be parsed`);
export const unknownEnumValue = (field: string, value: string, known: readonly string[]): RestProblem =>
  badRequest(
    `Unexpected value '${value}' for enum field '${field}'. Use any of the following values: [${known.join(', ')}]`,
  );

/** The body is well-formed, but some values break a rule. */
export function invalidArgument(violations: readonly string[]): RestProblem {
  return new RestProblem({ status: 400, title: 'INVALID_ARGUMENT', detail: `${violations.join('. ')}.` });
}

export function unknownRoute(method: string, path: string): RestProblem {
  return new RestProblem({
    status: 404,
    title: 'Not Found',
    detail: `Expected a path of the API, but nothing answers to ${method} ${path}`,
  });
}

export function methodNotAllowed(method: string, allowed: readonly string[]): RestProblem {
  const list = allowed.join(', ');
  return new RestProblem({
    status: 405,
    title: 'Method Not Allowed',
    detail: `Expected one of the methods ${list} for this path, but got ${method}`,
    headers: { allow: list },
  });
}

export function unsupportedMediaType(contentType: string): RestProblem {
  return new RestProblem({
    status: 415,
    title: 'Unsupported Media Type',
    detail: `Expected the content type application/json (for uploads: multipart/form-data), but got '${contentType}'`,
  });
}

export function payloadTooLarge(detail: string, cause?: unknown): RestProblem {
  return new RestProblem({ status: 413, title: 'Payload Too Large', detail, cause });
}

export function unavailable(detail: string, cause?: unknown): RestProblem {
  return new RestProblem({ status: 503, title: 'UNAVAILABLE', detail, cause });
}

/** Nothing in the secondary storage is what the request names. */
export function notFound(detail: string): RestProblem {
  return new RestProblem({ status: 404, title: 'NOT_FOUND', detail });
}

/** It is there, but not in the representation asked for. */
export function notAcceptable(detail: string): RestProblem {
  return new RestProblem({ status: 406, title: 'NOT_ACCEPTABLE', detail });
}

export function rangeNotSatisfiable(size: number): RestProblem {
  return new RestProblem({
    status: 416,
    title: 'Range Not Satisfiable',
    detail: `Expected a range within ${size} bytes, but it begins behind their end`,
    headers: { 'content-range': `bytes */${size}` },
  });
}

export function noDocumentStore(): RestProblem {
  return new RestProblem({
    status: 403,
    title: 'FORBIDDEN',
    detail: 'Expected a store of documents, but this server was started without one',
  });
}

/** As Camunda without a secondary storage. */
export function noSecondaryStorage(): RestProblem {
  return new RestProblem({
    status: 403,
    title: 'FORBIDDEN',
    detail: 'Expected a secondary storage to search, but this server was started without one (database none)',
  });
}
