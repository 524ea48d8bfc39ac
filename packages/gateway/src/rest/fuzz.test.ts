import { keyOf } from '@waggle/protocol';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type EmptySearch, startEmptySearch } from '../../test/empty-search.ts';
import { type RestFixture, startRest } from '../../test/rest-fixture.ts';
import type { Endpoint } from './endpoint.ts';
import { endpoints } from './endpoint-table.ts';
import { isNamedSchema, type Schema } from './schemas/schema.ts';

/** Runs per endpoint: all together stay below ten seconds. */
const RUNS = 60;

/** Names a JavaScript program might stumble over. */
const HOSTILE_NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '', 'a.b', '/', '~'];

/** Mostly fitting values of a schema, each now and then replaced by anything else. */
function anyOf(schema: Schema, depth = 0): fc.Arbitrary<unknown> {
  const definition = isNamedSchema(schema) ? (schema.checked ?? schema.definition) : schema;
  return fc.oneof(
    { weight: 6, arbitrary: fitting(definition, depth) },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  );
}

function fitting(definition: Exclude<Schema, { definition: unknown }>, depth: number): fc.Arbitrary<unknown> {
  if (definition.allOf !== undefined) return anyOf(definition.allOf[0], depth);
  if (definition.enum !== undefined) return fc.constantFrom(...definition.enum).map((name) => name.toLowerCase());
  switch (definition.type) {
    case 'string':
      return fc.oneof(fc.string(), fc.constantFrom('<default>', '1', 'a', String(keyOf(1, 1n))));
    case 'integer':
      return fc.oneof(fc.integer(), fc.constantFrom(-1, 0, 1, 2 ** 53, 2 ** 63, 1.5));
    case 'boolean':
      return fc.boolean();
    case 'array':
      return fc.array(anyOf(definition.items!, depth + 1), { maxLength: 12 });
    default: {
      const members = Object.fromEntries(
        Object.entries(definition.properties ?? {}).map(([name, value]) => [name, anyOf(value, depth + 1)]),
      );
      const extra = fc.dictionary(
        fc.oneof(fc.string(), fc.constantFrom(...HOSTILE_NAMES)),
        fc.jsonValue({ maxDepth: 2 }),
        {
          maxKeys: 2,
        },
      );
      return fc
        .tuple(
          fc.record(members, { requiredKeys: [] }),
          fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: extra }),
        )
        .map(([known, unknown]) => ({ ...unknown, ...known }));
    }
  }
}

/** A whole form, to be damaged. */
const FORM =
  '--x\r\ncontent-disposition: form-data; name="tenantId"\r\n\r\n<default>\r\n' +
  '--x\r\ncontent-disposition: form-data; name="r"; filename="a.bpmn"\r\ncontent-type: text/xml\r\n\r\n<a/>\r\n--x--\r\n';

/** Mostly whole, sometimes with something cut out of it or put into it. */
function sometimesDamaged(text: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const damaged = fc
    .tuple(text, fc.nat(), fc.nat(6), fc.constantFrom('', '{', ']', '"', '\\', '\u0000', '1e999', '-', 'null', '\r\n'))
    .map(([whole, at, cut, put]) => {
      const from = at % (whole.length + 1);
      return whole.slice(0, from) + put + whole.slice(from + cut);
    });
  return fc.oneof({ weight: 2, arbitrary: text }, { weight: 1, arbitrary: damaged });
}

function bodyOf({ body }: Endpoint): fc.Arbitrary<string | undefined> {
  switch (body.kind) {
    case 'none':
      return fc.constant(undefined);
    case 'multipart':
      return sometimesDamaged(fc.constant(FORM));
    case 'json':
      return sometimesDamaged(anyOf(body.schema).map((value) => JSON.stringify(value)));
  }
}

const key = fc.oneof(
  { weight: 3, arbitrary: fc.constant(String(keyOf(1, 1n))) },
  { weight: 1, arbitrary: fc.oneof(fc.string({ minLength: 1 }), fc.bigInt().map(String)).map(encodeURIComponent) },
);

function requestOf(endpoint: Endpoint): fc.Arbitrary<{ readonly path: string; readonly body: string | undefined }> {
  return fc.record({
    path: key.map((text) => `/v2${endpoint.path.replace(/\{\w+\}/g, () => text)}`),
    body: bodyOf(endpoint),
  });
}

describe('any request', () => {
  let empty: EmptySearch;
  let rest: RestFixture;
  beforeAll(async () => {
    empty = await startEmptySearch();
    rest = await startRest({ search: empty.search, longPolling: { isEnabled: false } });
  });
  afterAll(async () => {
    await rest.close();
    await empty.close();
  });

  it.each(endpoints.map((endpoint) => [endpoint.operationId, endpoint] as const))(
    'should be answered by %s with success or a problem of the client',
    async (_operationId, endpoint) => {
      const contentType = endpoint.body.kind === 'multipart' ? 'multipart/form-data; boundary=x' : 'application/json';
      // A failure prints the seed that repeats it.
      await fc.assert(
        fc.asyncProperty(requestOf(endpoint), async ({ path, body }) => {
          const answer = await rest.request(
            endpoint.method,
            path,
            body,
            body === undefined ? {} : { 'content-type': contentType },
          );

          expect(answer.status).toBeLessThan(500);
          if (answer.status >= 300) {
            expect(answer.headers.get('content-type')).toBe('application/problem+json');
            expect(Object.keys(answer.json!)).toEqual(['type', 'title', 'status', 'detail', 'instance']);
            expect(answer.json!.status).toBe(answer.status);
          }
        }),
        { numRuns: RUNS },
      );
    },
  );
});
