import { expect, test } from 'vitest';
import { countIn, listedIn, oneOf, present, sortIn, sortOf, sortText, textIn, timeIn } from './search-values.ts';

test('should take what it understands', () => {
  expect(textIn('order')).toBe('order');
  expect(textIn(12)).toBe('12');
  expect(oneOf(['ACTIVE', 'FAILED'], 'FAILED')).toBe('FAILED');
  expect(countIn('3')).toBe(3);
  expect(timeIn('2026-11-21T23:00:00+01:00')).toBe('2026-11-21T22:00:00.000Z');
  expect(sortIn(['startDate'], 'startDate:desc')).toBe('startDate:desc');
  expect(listedIn(' 1,2;3\n1 ')).toEqual(['1', '2', '3']);
});

test('should leave out what it does not', () => {
  expect(textIn(' ')).toBeUndefined();
  expect(textIn({ a: 1 })).toBeUndefined();
  expect(textIn('x'.repeat(2_001))).toBeUndefined();
  expect(oneOf(['ACTIVE'], ['ACTIVE'])).toBeUndefined();
  expect(countIn(-1)).toBeUndefined();
  expect(countIn(1.5)).toBeUndefined();
  expect(timeIn('yesterday')).toBeUndefined();
  expect(sortIn(['startDate'], 'endDate:desc')).toBeUndefined();
  expect(sortIn(['startDate'], 'startDate:up')).toBeUndefined();
  expect(listedIn(undefined)).toEqual([]);
  expect(present({ a: 1, b: undefined })).toEqual({ a: 1 });
});

test('should write an order as it reads it', () => {
  expect(sortText({ field: 'startDate', order: 'DESC' })).toBe('startDate:desc');
  expect(sortOf('startDate:asc')).toEqual({ field: 'startDate', order: 'ASC' });
});
