import { expect, test } from 'vitest';
import { isLike } from './like-pattern.ts';

test.each([
  ['completing', 'completing', true],
  ['completing', 'comp*', true],
  ['completing', '*ing', true],
  ['completing', '*p*t*', true],
  ['completing', 'compl?ting', true],
  ['completing', '?', false],
  ['completing', 'comp', false],
  ['completing', '*e', false],
  ['aab', '*ab', true],
  ['', '*', true],
  ['', '?', false],
  ['a*', 'a\\*', true],
  ['ab', 'a\\*', false],
  ['a\\', 'a\\', true],
  ['\u{1f600}', '?', true],
])('should say of %s whether it is like %s: %s', (text, pattern, expected) => {
  expect(isLike(text, pattern)).toBe(expected);
});

test('should not take for ever with very many wildcards', () => {
  expect(isLike('completing', `${'*?'.repeat(5)}${'*'.repeat(9_000)}x`)).toBe(false);
});
