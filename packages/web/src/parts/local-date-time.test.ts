import { expect, test } from 'vitest';
import { localDateTime, timeOfLocal } from './local-date-time.ts';

test.each(['2026-01-31T22:15:30.000Z', '2026-07-01T00:00:00.000Z'])('should keep %s', (time) => {
  expect(timeOfLocal(localDateTime(time))).toBe(time);
});

test('should give nothing for what is no date', () => {
  expect(localDateTime('yesterday')).toBe('');
  expect(timeOfLocal('')).toBeUndefined();
  expect(timeOfLocal('2026-')).toBeUndefined();
});
