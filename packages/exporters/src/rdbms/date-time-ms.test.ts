import { expect, test } from 'vitest';
import { dateTimeMs } from './date-time-ms.ts';

test.each([
  ['2030-01-15T12:00:00Z', Date.UTC(2030, 0, 15, 12)],
  ['2030-01-15T12:00:00+02:00', Date.UTC(2030, 0, 15, 10)],
  ['2030-07-15T12:00:00[Europe/Berlin]', Date.UTC(2030, 6, 15, 10)],
  ['2030-07-15T12:00:00+02:00[Europe/Berlin]', Date.UTC(2030, 6, 15, 10)],
  ['9999-12-31T23:59:59-12:00', Date.UTC(9999, 11, 31, 23, 59, 59, 999)],
  ['0000-01-01T00:00:00+12:00', Date.parse('0000-01-01T00:00:00Z')],
  ['', null],
])('should read %s', (text, ms) => {
  expect(dateTimeMs(text)).toBe(ms);
});
