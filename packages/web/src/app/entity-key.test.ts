import { expect, test } from 'vitest';
import { keyIn, keyOrNone, keysIn, NO_KEY } from './entity-key.ts';

test.each([
  ['2251799813685249', '2251799813685249'],
  [42, '42'],
  [' 7 ', '7'],
  ['12345678901234567890', undefined],
  ['one', undefined],
  [null, undefined],
])('should take %j as %j', (value, expected) => {
  expect(keyIn(value)).toBe(expected);
});

test('should find the keys in a text, each once', () => {
  expect(keysIn('12, 34;12 and 56')).toEqual(['12', '34', '56']);
});

test('should ask for nothing there is while half a key is typed', () => {
  expect([keyOrNone(undefined), keyOrNone('12'), keyOrNone('12-')]).toEqual([undefined, '12', NO_KEY]);
});
