import { expect, test } from 'vitest';
import { describeCounts } from './demo-counts.ts';

const exactly = (count: number) => ({ count, isMore: false });

test('should say in one line how things are', () => {
  expect(
    describeCounts({ started: exactly(142), completed: exactly(118), incidents: exactly(1), tasksWaiting: exactly(9) }),
  ).toBe('142 instances started, 118 completed, 1 incident, 9 tasks waiting');
});

test('should say when there are more than searches count', () => {
  const many = { count: 10_000, isMore: true };
  expect(
    describeCounts({ started: many, completed: exactly(1), incidents: exactly(0), tasksWaiting: exactly(1) }),
  ).toBe('more than 10000 instances started, 1 completed, 0 incidents, 1 task waiting');
});
