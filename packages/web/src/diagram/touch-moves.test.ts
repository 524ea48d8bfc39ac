import { expect, test } from 'vitest';
import { touchChange } from './touch-moves.ts';

test('should follow one finger', () => {
  // when
  const change = touchChange([{ x: 10, y: 10 }], [{ x: 30, y: 5 }]);

  // then
  expect(change).toEqual({ dx: 20, dy: -5, factor: 1, center: { x: 30, y: 5 } });
});

test('should come nearer as two fingers part', () => {
  // given
  const still = { x: 100, y: 100 };

  // when
  const change = touchChange([still, { x: 200, y: 100 }], [still, { x: 300, y: 100 }]);

  // then
  expect(change).toEqual({ dx: 50, dy: 0, factor: 2, center: { x: 200, y: 100 } });
});

test('should not jump when fingers lie on each other', () => {
  // given
  const still = { x: 100, y: 100 };

  // when
  const { factor } = touchChange([still, still], [still, { x: 101, y: 100 }]);

  // then
  expect(factor).toBe(1);
});
