import { expect, test } from 'vitest';
import { searchParameters } from './search-parameters.ts';

const { parseSearch, stringifySearch } = searchParameters;

test('should keep keys as they are', () => {
  const search = { key: '9223372036854775807', short: '2251799813685251', version: 2, text: '5', list: ['a'] };

  expect(stringifySearch(search)).toContain('key=9223372036854775807&short=2251799813685251&version=2');
  expect(parseSearch(stringifySearch(search))).toEqual(search);
});
