import { expect, test } from 'vitest';
import { dateOfLocalTime, localTimeOf } from './local-time.ts';

test.each(['2026-12-24T18:00:00.000Z', '2026-03-29T00:59:00.000Z'])('should give %s to a field and back', (date) => {
  expect(dateOfLocalTime(localTimeOf(date))).toBe(date);
});

test('should keep no date none', () => {
  expect(localTimeOf(null)).toBe('');
  expect(dateOfLocalTime('')).toBe('');
});
