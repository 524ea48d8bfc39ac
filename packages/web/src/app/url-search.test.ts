import { expect, test } from 'vitest';
import { parseUrlSearch, stringifyUrlSearch } from './url-search.ts';

test.each([
  [{ key: '2251799813685281' }, '?key=2251799813685281'],
  [{ key: '9223372036854775807' }, '?key=9223372036854775807'],
  [{ version: 2, isFinished: true }, '?version=2&isFinished=true'],
  [{ process: 'order-process' }, '?process=order-process'],
  [{ process: '12' }, '?process=%2212%22'],
  [{ process: 'true' }, '?process=%22true%22'],
  [{ states: ['ACTIVE', 'COMPLETED'] }, '?states=%5B%22ACTIVE%22%2C%22COMPLETED%22%5D'],
  [{ text: 'a & b = c?' }, '?text=a+%26+b+%3D+c%3F'],
])('should write %j and read it again', (search, text) => {
  // when
  const written = stringifyUrlSearch(search);

  // then
  expect(written).toBe(text);
  expect(parseUrlSearch(written)).toEqual(search);
});

test('should read what somebody typed', () => {
  // when
  const search = parseUrlSearch('process={broken&version=&key=-&date=2026-11-21');

  // then
  expect(search).toEqual({ process: '{broken', version: '', key: '-', date: '2026-11-21' });
});
