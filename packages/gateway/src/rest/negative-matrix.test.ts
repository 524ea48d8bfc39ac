/**
 * What schemas of bodies cannot tell, for every operation over HTTP and the real read side: texts of all kinds where texts
 * go, paging, cursors, paths, queries, types and sizes of content. `wrong-bodies.test.ts` has what schemas refuse.
 */
import { request as httpRequest } from 'node:http';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type EmptySearch, startEmptySearch } from '../../test/empty-search.ts';
import { type RestAnswer, type RestFixture, startRest } from '../../test/rest-fixture.ts';
import { definitionOf, fittingValue, textPlaces } from '../../test/wrong-values.ts';
import type { Endpoint } from './endpoint.ts';
import { endpoints } from './endpoint-table.ts';
import { routeTemplate } from './route-templates.ts';
import { isNamedSchema, type Schema } from './schemas/schema.ts';

/** Texts tried per operation: many operations share their filters. The fuzz test goes on in depth. */
const TEXTS_MAX = 30;

const hostileText = fc.oneof(
  fc.constantFrom(
    "'; DROP TABLE process_instance; --",
    "' OR '1'='1",
    '1) UNION SELECT 1 --',
    '%_*?[a-z]\\',
    '\\',
    '*'.repeat(500),
    '🐝'.repeat(100),
    '\ud83d',
    '\u0000',
    'a\u0000b',
    '\u202e\u200b\ufeff',
    '{{7*7}}#{7*7}',
    '../../etc/passwd',
    '9223372036854775807',
    '9223372036854775808',
    '-9223372036854775809',
    '0',
    '-0',
    '00000000000000000000000000001',
    '__proto__',
    '<script>alert(1)</script>',
    '=1+',
    'W10=',
    'x'.repeat(9_000),
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
);

let empty: EmptySearch;
let rest: RestFixture;
beforeAll(async () => {
  empty = await startEmptySearch();
  rest = await startRest({ search: empty.search, longPolling: { isEnabled: false }, requestTimeoutMs: 5_000 });
});
afterAll(async () => {
  await rest.close();
  await empty.close();
});

const named = endpoints.map((endpoint) => [endpoint.operationId, endpoint] as const);
const withBody = endpoints.flatMap((endpoint) =>
  endpoint.body.kind === 'json' ? [[endpoint.operationId, endpoint, endpoint.body.schema] as const] : [],
);

describe('texts of all kinds', () => {
  it.each(withBody)('should never break %s', async (_operationId, endpoint, schema) => {
    const places = [...textPlaces(schema)];
    if (places.length === 0) return;
    // A failure prints the seed that repeats it.
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...places), hostileText, async (put, text) => {
        expectNoFailure(await send(endpoint, put(text)));
      }),
      { numRuns: Math.min(places.length * 3, TEXTS_MAX) },
    );
  });
});

describe('pages', () => {
  // Those below something by its key find nothing there, before their page matters.
  const searches = withBody.filter(
    ([, { parameters }, schema]) => parameters === undefined && pageMembers(schema).length > 0,
  );

  it.each(searches)('should refuse absurd ones of %s', async (_operationId, endpoint, schema) => {
    const members = pageMembers(schema);
    for (const [page, names] of wrongPages.filter(([wrong]) =>
      Object.keys(wrong).every((name) => members.includes(name)),
    )) {
      expectRefusal(await send(endpoint, { ...(fittingValue(schema) as object), page }), names);
    }
  });

  it.each(searches)('should take null for what is left out of %s', async (_operationId, endpoint, schema) => {
    const page = Object.fromEntries(pageMembers(schema).map((name) => [name, null]));
    const fitting = fittingValue(schema) as object;
    for (const body of [
      { ...fitting, page },
      { ...fitting, page: null },
    ]) {
      expect((await send(endpoint, body)).status).toBe(200);
    }
  });

  it.each(searches)('should refuse foreign cursors of %s', async (_operationId, endpoint, schema) => {
    if (!['after', 'before'].every((name) => pageMembers(schema).includes(name))) return;
    const properties = definitionOf(schema).properties ?? {};
    const sortable = properties.sort === undefined ? [] : sortFields(properties.sort);
    for (const name of ['after', 'before']) {
      for (const cursor of wrongCursors) {
        const body = { ...(fittingValue(schema) as object), page: { [name]: cursor } };
        expectRefusal(await send(endpoint, body), name);
      }
    }
    for (const field of sortable) {
      for (const cursor of doubtfulCursors) {
        const body = { ...(fittingValue(schema) as object), sort: [{ field }], page: { after: cursor } };
        expectNoFailure(await send(endpoint, body));
      }
    }
  });
});

const encoded = (text: string) => Buffer.from(text).toString('base64');
const wrongPages: readonly (readonly [Readonly<Record<string, unknown>>, string])[] = [
  [{ limit: 0 }, 'page.limit'],
  [{ limit: -1 }, 'page.limit'],
  [{ limit: 10_001 }, 'page.limit'],
  [{ limit: 2 ** 31 }, 'page.limit'],
  [{ limit: 1.5 }, 'page.limit'],
  [{ limit: '10' }, 'page.limit'],
  [{ from: -1 }, 'page.from'],
  [{ from: 2 ** 40 }, 'page.from'],
  [{ from: 2_000_000_000 }, 'page.from'],
  [{ from: 0, after: encoded('[1]') }, 'from'],
  [{ from: 5, before: encoded('[1]') }, 'from'],
  [{ after: encoded('[1]'), before: encoded('[1]') }, 'after'],
  [{ from: 0, after: encoded('[1]'), before: encoded('[1]') }, 'after'],
];
const wrongCursors = [
  '',
  'no cursor',
  'AAAA',
  '====',
  encoded('{}'),
  encoded('[]'),
  encoded('[{}]'),
  encoded('[["a"]]'),
  encoded('[1,2,3,4,5,6]'),
  'W10',
  encoded('[1e999]'),
];
/** Of the right shape for some orders. */
const doubtfulCursors = [
  '["x"]',
  '["x","y"]',
  '[null]',
  '[null,null]',
  '[1,1]',
  '["9223372036854775808"]',
  '[1.5]',
  '["1","\'"]',
  '["\\u0000","1"]',
  '[-1e18,"1"]',
  '[1e300,"1"]',
  '["2026","2026"]',
].map(encoded);

describe('paths', () => {
  const withParameters = named.filter(([, { parameters }]) => parameters !== undefined);

  it.each(withParameters)('should be refused by %s when a key is none', async (_operationId, endpoint) => {
    for (const [name, schema] of Object.entries(endpoint.parameters ?? {})) {
      if (!isKey(schema)) continue;
      for (const text of [
        'abc',
        '1.5',
        '9'.repeat(30),
        '-',
        '0x10',
        '1e3',
        ' 1',
        '🐝',
        "1' OR '1'='1",
        '1;--',
        '%00',
      ]) {
        const path = pathOf(endpoint, { [name]: encodeURIComponent(text) });
        expectRefusal(await sendTo(endpoint, path, bodyOf(endpoint)), name);
      }
    }
  });

  it.each(withParameters)('should never break %s', async (_operationId, endpoint) => {
    const texts = hostileText.filter((text) => text.isWellFormed() && text.length > 0 && text.length < 2_000);
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        const names = Object.keys(endpoint.parameters ?? {});
        const path = pathOf(endpoint, Object.fromEntries(names.map((name) => [name, encodeURIComponent(text)])));
        expectNoFailure(await sendTo(endpoint, path, bodyOf(endpoint)));
      }),
      { numRuns: 20 },
    );
  });
});

describe('queries', () => {
  it.each(named.filter(([, { query }]) => query !== undefined))(
    'should be checked by %s',
    async (_operationId, endpoint) => {
      for (const [name, { type }] of Object.entries(endpoint.query ?? {})) {
        if (type === 'string') continue;
        for (const text of ['maybe', '1.5.2', '🐝', "' OR 1=1", '[]']) {
          const path = `${pathOf(endpoint)}?${name}=${encodeURIComponent(text)}`;
          // A parameter that is missing may be told first.
          expectRefusal(await sendTo(endpoint, path, bodyOf(endpoint)), new RegExp(`${name}|^No \\w+ provided`));
        }
      }
      for (const name of Object.keys(endpoint.query ?? {})) {
        for (const text of ['', "' OR 1=1", '\u0000', '🐝', '../x', '2026-01-31', 'x'.repeat(5_000)]) {
          expectNoFailure(
            await sendTo(endpoint, `${pathOf(endpoint)}?${name}=${encodeURIComponent(text)}`, bodyOf(endpoint)),
          );
          expectNoFailure(await sendTo(endpoint, `${pathOf(endpoint)}?${name}=a&${name}=b`, bodyOf(endpoint)));
        }
      }
    },
  );
});

describe('content', () => {
  it.each(withBody)('should be JSON for %s', async (_operationId, endpoint) => {
    for (const type of ['text/plain', 'application/xml', 'multipart/form-data; boundary=x', 'x']) {
      const answer = await rest.request(endpoint.method, pathOf(endpoint), '{}', { 'content-type': type });
      expect(answer.status, type).toBe(415);
    }
    for (const text of ['[]', '"x"', '{', '\u0000', `{"a":${'['.repeat(50_000)}`, '{"filter":{"a":1}'])
      expectRefusal(await sendTo(endpoint, pathOf(endpoint), text), 'Failed to read request');
  });

  it('should not ask for more values than a database takes', async () => {
    const [, search] = named.find(([operationId]) => operationId === 'searchProcessInstances')!;
    const group = { processInstanceKey: { $in: Array.from({ length: 5_000 }, (_, index) => String(index)) } };
    expectRefusal(
      await send(search, { filter: { $or: Array.from({ length: 10 }, () => group) } }),
      'at most 30000 values',
    );
  });

  it('should not nest a filter deeper than its schema', async () => {
    const [, search] = named.find(([operationId]) => operationId === 'searchProcessInstances')!;
    const groups = Array.from({ length: 100 }, () => ({ processDefinitionName: { $like: '*a*', $neq: 'b' } }));
    expect((await send(search, { filter: { $or: groups } })).status).toBe(200);
    expectRefusal(await send(search, { filter: { $or: [{ $or: groups }] } }), 'filter.$or[0].$or');
  });

  it.each(withBody)('should not be too large for %s', async (_operationId, endpoint) => {
    expect(await statusOfAnnounced(endpoint, 10 * 1024 * 1024)).toBe(413);
  });
});

/** Announces a body and sends nothing of it: the answer must not wait for it. */
function statusOfAnnounced(endpoint: Endpoint, bytes: number): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': bytes };
    const sent = httpRequest(rest.url + pathOf(endpoint), { method: endpoint.method, headers });
    sent.on('response', (response) => {
      resolve(response.statusCode);
      sent.destroy();
    });
    sent.on('error', reject);
    sent.flushHeaders();
  });
}

const send = (endpoint: Endpoint, body: unknown): Promise<RestAnswer> => sendTo(endpoint, pathOf(endpoint), body);

function sendTo(endpoint: Endpoint, path: string, body: unknown): Promise<RestAnswer> {
  return rest.request(endpoint.method, path, endpoint.body.kind === 'multipart' ? new FormData() : body);
}

function bodyOf({ body }: Endpoint): unknown {
  return body.kind === 'json' ? fittingValue(body.schema) : undefined;
}

function pathOf(endpoint: Endpoint, parameters: Readonly<Record<string, string>> = {}): string {
  return routeTemplate(endpoint).replace(/\{(\w+)\}/g, (_, name: string) => parameters[name] ?? '2251799813685249');
}

function expectNoFailure(answer: RestAnswer): void {
  expect(answer.status, answer.text).toBeLessThan(500);
  if (answer.status >= 300) expectProblem(answer);
}

function expectRefusal(answer: RestAnswer, names: string | RegExp): void {
  expect(answer.status, answer.text.slice(0, 500)).toBe(400);
  expectProblem(answer);
  if (typeof names === 'string') expect(answer.json?.detail).toContain(names);
  else expect(answer.json?.detail).toMatch(names);
}

function expectProblem(answer: RestAnswer): void {
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect(Object.keys(answer.json ?? {})).toEqual(['type', 'title', 'status', 'detail', 'instance']);
  expect(answer.json?.status).toBe(answer.status);
}

function pageMembers(schema: Schema): readonly string[] {
  const page = definitionOf(schema).properties?.page;
  return page === undefined ? [] : Object.keys(definitionOf(page).properties ?? {});
}

function sortFields(sort: Schema): readonly string[] {
  const field = definitionOf(definitionOf(sort).items!).properties?.field;
  return field === undefined ? [] : (definitionOf(field).enum ?? []);
}

function isKey(schema: Schema): boolean {
  return isNamedSchema(schema) && schema.name.endsWith('Key') && schema.definition.pattern !== undefined;
}
