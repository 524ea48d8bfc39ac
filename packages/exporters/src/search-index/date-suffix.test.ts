import { expect, test } from 'vitest';
import { dateSuffix } from './date-suffix.ts';

const TIME_MS = Date.UTC(2026, 0, 5, 7, 9);

test.each([
  ['yyyy-MM-dd', '2026-01-05'],
  ['uuuu.MM', '2026.01'],
  ['yy-MM-dd_HH', '26-01-05_07'],
  ["yyyy-MM-dd'-h'HHmm", '2026-01-05-h0709'],
])('should write %s', (pattern, expected) => {
  expect(dateSuffix(pattern)?.(TIME_MS)).toBe(expected);
});

test.each(['', 'YYYY', 'yyyy-QQ', 'yyyy/MM', "yyyy'A'", "yyyy'", 'M'])('should refuse %j', (pattern) => {
  expect(dateSuffix(pattern)).toBeUndefined();
});
