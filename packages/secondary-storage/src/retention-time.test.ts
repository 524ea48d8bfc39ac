import { expect, test } from 'vitest';
import { parseRetention, removalDate } from './retention-time.ts';

const DAY_MS = 86_400_000;

test.each([
  ['P30D', 30 * DAY_MS],
  ['P2W', 14 * DAY_MS],
  ['P1DT12H', 1.5 * DAY_MS],
  ['PT1H30M5S', 5_405_000],
  ['PT0S', 0],
  ['never', Number.POSITIVE_INFINITY],
])('should read %s', (text, ms) => {
  expect(parseRetention(text)).toBe(ms);
});

test.each(['', 'P', 'PT', 'P1DT', '30', '30 days', 'P1M', 'P1Y', '-P1D', 'P99999999D', 'p30d'])(
  'should not read "%s"',
  (text) => {
    expect(parseRetention(text)).toBeUndefined();
  },
);

test('should keep for ever what is never removed', () => {
  expect(removalDate(5, 10)).toBe(15);
  expect(removalDate(5, Number.POSITIVE_INFINITY)).toBeNull();
});
