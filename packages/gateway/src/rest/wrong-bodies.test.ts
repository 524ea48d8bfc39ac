import { describe, expect, it } from 'vitest';
import { definitionOf, fittingValue, wrongValues } from '../../test/wrong-values.ts';
import { type JsonRequest, optionalJsonBody } from './endpoint.ts';
import { endpoints } from './endpoint-table.ts';
import { JsonBody } from './json-body.ts';
import { RequestValidator } from './request-validator.ts';
import { RestProblem } from './rest-problem.ts';
import { batchUploadMetadata, uploadMetadata } from './schemas/document.ts';

/** Failures told at once: more would hide the first. */
const FAILURES_MAX = 10;

/** Compiling a large schema costs more than all that is checked with it. */
const jsonEndpoints = [
  ...endpoints.flatMap(({ operationId, body }) => (body.kind === 'json' ? [[operationId, body] as const] : [])),
  // Of uploads, what is JSON.
  ['createDocument', optionalJsonBody(uploadMetadata)] as const,
  ['createDocuments', optionalJsonBody(batchUploadMetadata)] as const,
].map(([operationId, body]) => [operationId, body as JsonRequest<unknown>, new RequestValidator(body.schema)] as const);
/** What operations share is tried with the first of them. */
const tried = new Set<object>();

/** What a request with this body is answered before any handler sees it. */
function refusalOf(body: JsonRequest<unknown>, validator: RequestValidator<unknown>, text: string): unknown {
  try {
    validator.check(JsonBody.parse(text, validator.freeMembers, body));
    return undefined;
  } catch (error) {
    return error;
  }
}

describe('the schema of a body', () => {
  it.each(jsonEndpoints)('should take what fits %s', (_operationId, body, validator) => {
    expect(refusalOf(body, validator, JSON.stringify(fittingValue(body.schema)))).toBeUndefined();
  });

  it.each(jsonEndpoints)(
    'should refuse everything wrong for %s and name where it is',
    (_operationId, body, validator) => {
      const failures: string[] = [];
      for (const { what, value, names, problem } of wrongValues(body.schema, '', tried)) {
        const error = refusalOf(body, validator, JSON.stringify(value));
        const isRefused =
          error instanceof RestProblem &&
          error.status === 400 &&
          error.title === (problem === 'unreadable' ? 'Bad Request' : 'INVALID_ARGUMENT') &&
          error.message.includes(names);
        if (!isRefused) failures.push(`${names}, ${what}: ${String(error).slice(0, 200)}`);
        if (failures.length === FAILURES_MAX) break;
      }
      expect(failures, 'Expected 400 and the path of what is wrong.').toEqual([]);
    },
  );

  it.each(jsonEndpoints)('should refuse what is no JSON object for %s', (_operationId, body, validator) => {
    const deep = `{"a":${'['.repeat(2_000)}${']'.repeat(2_000)}}`;
    for (const text of ['[]', '1', '"x"', 'true', '{', '{"a":1,}', '{"a":1}x', "{'a':1}", '\u0000', '{"a":1e}', deep]) {
      expect(refusalOf(body, validator, text), text.slice(0, 50)).toMatchObject({ status: 400, title: 'Bad Request' });
    }
    for (const text of ['', 'null']) {
      expect(refusalOf(body, validator, text) instanceof RestProblem).toBe(body.isRequired || requiresMembers(body));
    }
  });
});

function requiresMembers({ schema }: JsonRequest<unknown>): boolean {
  const { required = [], exactlyOneOf = [], atLeastOneOf = [] } = definitionOf(schema);
  return required.length + exactlyOneOf.length + atLeastOneOf.length > 0;
}
