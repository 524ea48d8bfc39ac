import { expect, test } from 'vitest';
import { planInstance } from './plan-instance.ts';

const NOW_MS = Date.parse('2026-11-21T12:00:00Z');

const plan = (seed: number, count: number, startedBefore = 0) =>
  Array.from({ length: count }, (_, index) =>
    planInstance({ seed, index, ordinal: startedBefore + index + 1, nowMs: NOW_MS }),
  );

test('should plan the same with the same seed, however many are planned', () => {
  expect(plan(1, 200).slice(0, 60)).toEqual(plan(1, 60));
  expect(plan(1, 60)).not.toEqual(plan(2, 60));
});

test('should begin with one of each kind', () => {
  const stories = plan(1, 40).map(({ story }) => story);
  expect(new Set(stories).size).toBeGreaterThan(35);
  expect(
    new Set(
      plan(1, 40)
        .map(({ operation }) => operation)
        .filter(Boolean),
    ),
  ).toEqual(
    new Set(['cancel', 'cancel-by-batch', 'suspend', 'suspend-by-batch', 'resolve-by-batch', 'migrate-by-batch']),
  );
});

test('should go on with mostly what goes well', () => {
  const stories = plan(7, 2_000).map(({ story }) => story);
  const share = (name: string): number => stories.filter((story) => story === name).length / stories.length;
  expect(share('order delivered')).toBeGreaterThan(0.2);
  expect(share('carrier down')).toBeLessThan(0.05);
  expect(share('order with hostile names and values')).toBe(1 / 2_000);
});

test('should never use an id twice, in one run or the next', () => {
  const ids = [...plan(1, 300), ...plan(1, 300, 300)].map(({ businessId }) => businessId);
  expect(new Set(ids).size).toBe(600);
});

test('should give what the API accepts: short ids, plain tags, variables that are JSON', () => {
  for (const { businessId, tags, variables } of plan(3, 300)) {
    expect(businessId.length).toBeLessThanOrEqual(256);
    for (const tag of tags) expect(tag).toMatch(/^[A-Za-z][A-Za-z0-9_\-:.]{0,99}$/);
    expect(JSON.parse(JSON.stringify(variables))).toEqual(variables);
  }
});
