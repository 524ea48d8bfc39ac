import { bpmn, endEvent, flow, serviceTask, startEvent } from '@waggle/engine/test';
import { expect, test } from 'vitest';
import { startReadSide } from '../../test/read-side.ts';
import { CURSOR_LENGTH_MAX } from '../search-request.ts';

const waiting = bpmn(
  { id: 'p' },
  startEvent(),
  serviceTask('work'),
  endEvent(),
  flow('start', 'work'),
  flow('work', 'end'),
);

test('should cut long values in searches unless whole ones are wanted', async () => {
  // given
  const { engine, search, get } = await startReadSide();
  engine.deploy(waiting);
  const long = 'x'.repeat(10_000);
  engine.create('p', { long, short: 1 });

  // when
  const [cut] = await search('Variable', { filter: { name: 'long' } });
  const whole = await search('Variable', { sort: [{ field: 'name' }] }, {}, { hasWholeValues: true });

  // then
  expect(cut).toMatchObject({ isTruncated: true, value: `"${long}`.slice(0, 8_191) });
  expect(whole).toMatchObject([
    { name: 'long', value: `"${long}"`, isTruncated: false },
    { name: 'short', value: '1', isTruncated: false },
  ]);
  const one = await get('Variable', cut.variableKey);
  expect(one).toMatchObject({ name: 'long', value: `"${long}"` });
  expect(one).not.toHaveProperty('isTruncated');
});

test('should refuse a page of values that memory is too small for', async () => {
  // given
  const { engine, search } = await startReadSide();
  engine.deploy(waiting);
  for (let count = 0; count < 17; count++) engine.create('p', { large: 'x'.repeat(4_150_000) });
  const wholeOf = (limit: number) => search('Variable', { page: { limit } }, {}, { hasWholeValues: true });

  // when, then
  await expect(wholeOf(17)).rejects.toMatchObject({
    code: 'INVALID_REQUEST',
    message: expect.stringContaining('Ask for fewer with page.limit'),
  });
  expect(await wholeOf(10)).toHaveLength(10);
  expect(await search('Variable')).toHaveLength(17);
});

test('should page through long values with cursors that requests may have', async () => {
  // given
  const { engine, searchPage } = await startReadSide();
  engine.deploy(waiting);
  for (const character of ['\u4e00', '\u4e8c']) engine.create('p', { text: character.repeat(10_000) });
  const byValue = (page: object) => searchPage('Variable', { sort: [{ field: 'value' }], page: { limit: 1, ...page } });

  // when
  const first = await byValue({});
  const second = await byValue({ after: first.page.endCursor });

  // then
  expect(first.page.endCursor!.length).toBeGreaterThan(30_000);
  expect(first.page.endCursor!.length).toBeLessThan(CURSOR_LENGTH_MAX);
  expect([...first.items, ...second.items].map(({ value }) => value[1])).toEqual(['\u4e00', '\u4e8c']);
});
