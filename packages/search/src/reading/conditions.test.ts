import { bpmn, startEvent } from '@waggle/engine/test';
import { expect, test } from 'vitest';
import { startReadSide } from '../../test/read-side.ts';
import type { SearchFilter } from '../search-request.ts';

const process = bpmn({ id: 'p' }, startEvent());
const values = {
  apple: 'apple',
  Apple: 'Apple',
  banana: 'ba*na',
  bracket: '[x]',
  percent: '100%_',
  smile: '😀',
  quote: "'; DROP TABLE variable; --",
};

async function withVariables() {
  const waggle = await startReadSide();
  waggle.engine.deploy(process);
  waggle.engine.create('p', values);
  const namesOf = async (filter: SearchFilter) => (await waggle.search('Variable', { filter })).map(({ name }) => name);
  return { ...waggle, namesOf };
}

test.each<[string, SearchFilter, string[]]>([
  ['a bare value', { name: 'apple' }, ['apple']],
  ['$eq', { name: { $eq: 'Apple' } }, ['Apple']],
  ['$neq', { name: { $neq: 'apple' } }, ['Apple', 'banana', 'bracket', 'percent', 'smile', 'quote']],
  ['$in', { name: { $in: ['apple', 'smile'] } }, ['apple', 'smile']],
  ['$in with nothing', { name: { $in: [] } }, []],
  ['$notIn', { name: { $notIn: ['apple', 'smile', 'quote'] } }, ['Apple', 'banana', 'bracket', 'percent']],
  ['$exists', { name: { $exists: false } }, []],
  ['several operators', { name: { $neq: 'apple', $like: '?pple' } }, ['Apple']],
  ['$like with any run', { name: { $like: 'b*' } }, ['banana', 'bracket']],
  ['$like with one character', { name: { $like: '?pple' } }, ['apple', 'Apple']],
  ['$like of one astral character', { value: { $like: '"?"' } }, ['smile']],
  ['$like with an escaped wildcard', { value: { $like: '"ba\\*na"' } }, ['banana']],
  ['$like with brackets', { value: { $like: '"[x]"' } }, ['bracket']],
  ["$like with the database's own wildcards", { value: { $like: '"100%_"' } }, ['percent']],
  ['$like that ends in a backslash', { value: { $like: 'x\\' } }, []],
  ['text that looks like SQL', { value: `"'; DROP TABLE variable; --"` }, ['quote']],
  ['text beyond the basic plane', { value: '"😀"' }, ['smile']],
  ['no condition', { name: null }, Object.keys(values)],
])('should filter by %s', async (_title, filter, expected) => {
  // given
  const { namesOf } = await withVariables();

  // when
  const names = await namesOf(filter);

  // then
  expect(names.toSorted()).toEqual(expected.toSorted());
});

test.each<[string, (nowMs: number) => SearchFilter, number]>([
  ['$gt', (nowMs) => ({ startDate: { $gt: isoDate(nowMs) } }), 1],
  ['$gte', (nowMs) => ({ startDate: { $gte: isoDate(nowMs) } }), 2],
  ['$lt and $gte', (nowMs) => ({ startDate: { $lt: isoDate(nowMs + 1), $gte: isoDate(nowMs) } }), 1],
  ['a time in another zone', () => ({ startDate: '2030-01-15T13:00:00.000+01:00' }), 1],
  ['a zone beside the offset', () => ({ startDate: '2030-01-15T13:00:00+01:00[Europe/Berlin]' }), 1],
])('should compare times: %s', async (_title, filter, expected) => {
  // given
  const { engine, search } = await startReadSide();
  engine.deploy(bpmn({ id: 'p' }, startEvent()));
  const first = engine.nowMs;
  engine.create('p');
  engine.advance(1_000);
  engine.create('p');

  // when
  const found = await search('ProcessInstance', { filter: filter(first) });

  // then
  expect(found).toHaveLength(expected);
});

test('should join groups of $or with what stands beside them', async () => {
  // given
  const { engine, search } = await startReadSide();
  engine.deploy(bpmn({ id: 'a' }, startEvent()), bpmn({ id: 'b' }, startEvent()), bpmn({ id: 'c' }, startEvent()));
  for (const id of ['a', 'b', 'c']) engine.create(id);

  // when
  const found = await search('ProcessInstance', {
    filter: {
      state: 'COMPLETED',
      $or: [{ processDefinitionId: 'a' }, { processDefinitionId: { $in: ['b'] }, hasIncident: false }, {}],
    },
  });

  // then
  expect(found.map(({ processDefinitionId }) => processDefinitionId)).toEqual(['a', 'b']);
});

test.each<[string, object, string]>([
  [
    'an unknown field',
    { filter: { colour: 'red' } },
    "Expected a field of process instances to filter by, but got 'colour'",
  ],
  ['a name every object has', { filter: { constructor: 'x' } }, "but got 'constructor'"],
  ['an unknown sort', { sort: [{ field: '__proto__' }] }, 'Unknown sortBy: __proto__'],
  ['two cursors', { page: { after: 'WzFd', before: 'WzFd' } }, 'Only one of [after, before] is allowed'],
  ['a cursor and an offset', { page: { from: 1, after: 'WzFd' } }, 'Only one of [from, after] is allowed'],
  ['a broken cursor', { page: { after: 'not a cursor' } }, "The value for page.after is 'not a cursor'"],
  [
    'a cursor of another sort',
    { page: { after: btoa('[1,"2"]') } },
    'must be a cursor that a search with the same sort',
  ],
  ['a cursor with SQL in place of a key', { page: { after: btoa('["1; DROP TABLE"]') } }, 'must be a cursor'],
  [
    'a date that is none',
    { filter: { startDate: { $gt: 'yesterday' } } },
    "The provided date 'yesterday' cannot be parsed",
  ],
  ['a page too far', { page: { from: 10_000, limit: 1 } }, 'page.from + page.limit'],
])('should refuse %s', async (_title, request, message) => {
  // given
  const { search } = await startReadSide();

  // when
  const answer = search('ProcessInstance', request);

  // then
  await expect(answer).rejects.toThrow(message);
});

function isoDate(ms: number): string {
  return new Date(ms).toISOString();
}
