import { expect, it } from 'vitest';
import { playDelayMs } from './play-speed.ts';

it('should show moments for less time the quicker it plays', () => {
  expect([playDelayMs('1', 5), playDelayMs('4', 5), playDelayMs('16', 5)]).toEqual([640, 160, 40]);
});

it('should keep the order of real gaps and make long ones short', () => {
  // when
  const delays = [0, 90, 1_000, 60_000, 86_400_000].map((gapMs) => playDelayMs('real', gapMs));

  // then
  expect(delays).toEqual([...delays].sort((left, right) => left - right));
  expect(delays[0]).toBeGreaterThan(0);
  expect(delays.at(-1)).toBe(2_000);
});

it('should not go back in time when a clock was set back', () => {
  expect(playDelayMs('real', -5_000)).toBe(40);
});
