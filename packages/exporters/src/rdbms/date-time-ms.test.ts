import { expect, test } from 'vitest';
import { dateTimeMs } from './date-time-ms.ts';

test.each([
  ['2030-01-15T12:00:00Z', Date.UTC(2030, 0, 15, 12)],
  ['2030-01-15T12:00:00+02:00', Date.UTC(2030, 0, 15, 10)],
  ['2030-07-15T12:00:00[Europe/Berlin]', Date.UTC(2030, 6, 15, 10)],
  ['2030-07-15T12:00:00+02:00[Europe/Berlin]', Date.UTC(2030, 6, 15, 10)],
  ['', null],
])('should read %s', (text, ms) => {
  expect(dateTimeMs(text)).toBe(ms);
});
