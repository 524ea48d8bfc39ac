import { expect, it } from 'vitest';
import { NO_LANE, type TimeLineData } from '../worker/moment-view.ts';
import { fractionsOf, markPaths, placeAt, placeOfIndex } from './time-scale.ts';

function timeLine(
  timestamps: readonly number[],
  lanes: readonly number[] = timestamps.map(() => NO_LANE),
): TimeLineData {
  return {
    indices: Int32Array.from(timestamps.keys()),
    positions: Float64Array.from(timestamps.keys()),
    timestamps: Float64Array.from(timestamps),
    lanes: Uint8Array.from(lanes),
    incidents: Int32Array.of(),
  };
}

it('should lay out moments alike or by their time', () => {
  const data = timeLine([0, 10, 10, 100]);
  expect([...fractionsOf(data, 'step')]).toEqual([0, 1 / 3, 2 / 3, 1]);
  expect([...fractionsOf(data, 'time')]).toEqual([0, 0.1, 0.1, 1]);
});

it('should lay out by order what came at one time, alone, or not at all', () => {
  expect([...fractionsOf(timeLine([7, 7, 7]), 'time')]).toEqual([0, 0.5, 1]);
  expect([...fractionsOf(timeLine([7]), 'time')]).toEqual([0]);
  expect([...fractionsOf(timeLine([]), 'time')]).toEqual([]);
});

it('should not run backwards when the clock was set back', () => {
  expect([...fractionsOf(timeLine([0, 50, 20, 100]), 'time')]).toEqual([0, 0.5, 0.5, 1]);
});

it('should find the nearest moment, the last of those at one place', () => {
  // given
  const fractions = Float64Array.of(0, 0.1, 0.1, 1);

  // then
  expect([-1, 0, 0.04, 0.06, 0.1, 0.5, 0.6, 2].map((fraction) => placeAt(fractions, fraction))).toEqual([
    0, 0, 0, 2, 2, 2, 3, 3,
  ]);
  expect(placeAt(Float64Array.of(), 0.5)).toBe(0);
});

it('should find the last place at or before a position', () => {
  const positions = Float64Array.of(10, 20, 30);
  expect([5, 10, 19, 30, 99].map((position) => placeOfIndex(positions, position))).toEqual([0, 0, 0, 2, 2]);
});

it('should draw a mark a pixel in each lane', () => {
  // given
  const data = timeLine([0, 1, 2, 1_000], [0, 0, 1, 0]);

  // when
  const paths = markPaths(data, fractionsOf(data, 'time'), 100, { top: 0, step: 8, height: 6 }, 2);

  // then
  expect(paths).toEqual(['M0 0v6M100 0v6', 'M0 8v6']);
});
