import { expect, it } from 'vitest';
import { ManualClock } from '../test/manual-clock.ts';
import { MonotonicTime } from './monotonic-time.ts';

it('should stand still while the clock is behind, and follow it forward', () => {
  const clock = new ManualClock(500);
  const time = new MonotonicTime(clock, 1_000);
  expect(time.nowMs()).toBe(1_000);
  clock.set(5_000);
  expect(time.nowMs()).toBe(5_000);
  clock.set(2_000);
  expect(time.nowMs()).toBe(5_000);
});
