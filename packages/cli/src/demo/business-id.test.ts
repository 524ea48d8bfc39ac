import { expect, test } from 'vitest';
import { businessIdOf, ordinalOf } from './business-id.ts';

test('should read the ordinal from an id again', () => {
  expect(businessIdOf('order', 7)).toBe('order-10007');
  expect(ordinalOf('order-10007')).toBe(7);
  expect(ordinalOf(businessIdOf('chain', 12))).toBe(12);
});

test.each(['', 'order-7', 'constructor-5', 'order-x', '<b>order-10022</b>', 'mine'])(
  'should find none in "%s"',
  (id) => {
    expect(ordinalOf(id)).toBe(0);
  },
);
