import { expect, test } from 'vitest';
import { layoutRequirements } from './layout-requirements.ts';

const nodes = ['risk', 'rating', 'ratio', 'score'].map((id) => ({ id }));
const edges = [
  { from: 'rating', to: 'risk' },
  { from: 'ratio', to: 'risk' },
  { from: 'score', to: 'rating' },
];

test('should place what decides above what it requires', () => {
  // when
  const places = layoutRequirements(nodes, edges);

  // then
  for (const { from, to } of edges) expect(places.get(to)!.y).toBeLessThan(places.get(from)!.y);
});

test('should let no two overlap', () => {
  // when
  const places = [...layoutRequirements(nodes, edges).values()];

  // then
  const corners = new Set(places.map(({ x, y }) => `${x} ${y}`));
  expect(corners.size).toBe(nodes.length);
});

test('should end with a cycle', () => {
  expect(
    layoutRequirements(
      [{ id: 'a' }, { id: 'b' }],
      [
        { from: 'a', to: 'b' },
        { from: 'b', to: 'a' },
      ],
    ).size,
  ).toBe(2);
});

test('should place nothing when there is nothing', () => {
  expect(layoutRequirements([], []).size).toBe(0);
});
