import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { dayNumber, dayWithNumber } from './calendar-days.ts';

it.each([
  [0, 3, 1, 0],
  [0, 2, 29, -1],
  [1970, 1, 1, 719_468],
  [2000, 2, 29, 730_484],
  [1900, 3, 1, 693_960],
])('should count the days to %i-%i-%i', (year, month, day, number) => {
  expect(dayNumber(year, month, day)).toBe(number);
  expect(dayWithNumber(number)).toEqual({ year, month, day });
});

it('should move dates as Temporal does', () => {
  const epoch = new Temporal.PlainDate(1970, 1, 1);
  fc.assert(
    fc.property(fc.integer({ min: -99_000_000, max: 99_000_000 }), (days) => {
      const { year, month, day } = epoch.add({ days });
      expect(dayNumber(year, month, day)).toBe(719_468 + days);
      expect(dayWithNumber(719_468 + days)).toEqual({ year, month, day });
    }),
  );
});
