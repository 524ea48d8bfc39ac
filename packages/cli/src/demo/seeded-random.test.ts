import { expect, test } from 'vitest';
import { seededRandom } from './seeded-random.ts';

const sequence = (...seeds: readonly number[]) => {
  const random = seededRandom(...seeds);
  return Array.from({ length: 20 }, () => random.integer(1, 1_000_000));
};

test('should repeat itself with the same seeds, and only then', () => {
  expect(sequence(1, 7)).toEqual(sequence(1, 7));
  expect(sequence(1, 7)).not.toEqual(sequence(1, 8));
  expect(sequence(1, 7)).not.toEqual(sequence(7, 1));
});

test('should reach both bounds and everything between', () => {
  const random = seededRandom(3);
  const seen = new Set(Array.from({ length: 1_000 }, () => random.integer(-1, 2)));
  expect([...seen].toSorted((a, b) => a - b)).toEqual([-1, 0, 1, 2]);
});

test('should keep to a probability', () => {
  const random = seededRandom(5);
  const hits = Array.from({ length: 10_000 }, () => random.chance(0.2)).filter(Boolean).length;
  expect(hits).toBeGreaterThan(1_800);
  expect(hits).toBeLessThan(2_200);
});
