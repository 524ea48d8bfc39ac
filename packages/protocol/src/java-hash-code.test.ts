import { expect, test } from 'vitest';
import { javaHashCode } from './java-hash-code.ts';

test.each([
  ['', 0],
  ['hello', 99_162_322],
  ['polygenelubricants', -2_147_483_648],
])('should hash %o as Java does', (text, hash) => {
  expect(javaHashCode(text)).toBe(hash);
});
