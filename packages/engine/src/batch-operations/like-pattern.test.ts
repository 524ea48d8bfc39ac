import { expect, it } from 'vitest';
import { matchesPattern } from './like-pattern.ts';

it.each([
  ['order-17', 'order-*', true],
  ['order-17', '*17', true],
  ['order-17', 'or*er*7', true],
  ['order-17', 'order-??', true],
  ['order-17', 'order-?', false],
  ['order-17', 'order', false],
  ['', '*', true],
  ['', '?', false],
  ['', '', true],
  ['a*b', 'a\\*b', true],
  ['axb', 'a\\*b', false],
  ['a\\', 'a\\', true],
  ['a.c', 'a.c', true],
  ['abc', 'a.c', false],
  ['line\nend', 'line*end', true],
])('should tell whether %j is like %j: %s', (text, pattern, expected) => {
  expect(matchesPattern(text, pattern)).toBe(expected);
});

it('should not take for ever on a pattern of many runs', () => {
  expect(matchesPattern('a'.repeat(5000), `${'*a'.repeat(200)}*b`)).toBe(false);
});
