import { expect, test } from 'vitest';
import { javaHash } from './java-hash.ts';

test.each([
  ['', 0],
  ['hello', 99_162_322],
  ['polygenelubricants', -2_147_483_648],
])('should hash %o as Java does', (text, hash) => {
  expect(javaHash(text)).toBe(hash);
});
