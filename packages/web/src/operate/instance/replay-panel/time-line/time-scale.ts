import { NO_LANE, type TimeLineData } from '../worker/moment-view.ts';

export const timeScales = ['step', 'time'] as const;
/** `step`: all moments alike. `time`: as far apart as they were. */
export type TimeScale = (typeof timeScales)[number];

/** Where each moment lies, from 0 to 1, ascending. */
export function fractionsOf({ timestamps }: TimeLineData, scale: TimeScale): Float64Array {
  const count = timestamps.length;
  const fractions = new Float64Array(count);
  const start = timestamps[0] ?? 0;
  const end = timestamps.reduce((latest, timestamp) => Math.max(latest, timestamp), start);
  // All at one time are told apart by their order alone.
  const isByTime = scale === 'time' && end > start;
  let latest = start;
  for (let place = 0; place < count; place++) {
    // A clock may have been set back: what came later lies no further left.
    latest = Math.max(latest, timestamps[place]!);
    fractions[place] = isByTime ? (latest - start) / (end - start) : count > 1 ? place / (count - 1) : 0;
  }
  return fractions;
}

/** The place of the moment nearest to a fraction; of several there, the last: what had come of them all. */
export function placeAt(fractions: Float64Array, fraction: number): number {
  let low = 0;
  let high = fractions.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (fractions[middle]! <= fraction) low = middle + 1;
    else high = middle;
  }
  // Now `low` is the first one behind it.
  if (low >= fractions.length) return Math.max(0, fractions.length - 1);
  if (low === 0) return 0;
  const isNextNearer = fractions[low]! - fraction < fraction - fractions[low - 1]!;
  return isNextNearer ? lastAlike(fractions, low) : low - 1;
}

function lastAlike(fractions: Float64Array, place: number): number {
  let last = place;
  while (last + 1 < fractions.length && fractions[last + 1] === fractions[place]) last += 1;
  return last;
}

/** The last place at or before an index among all records; 0 when all are behind it. */
export function placeOfIndex(values: Int32Array | Float64Array, value: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (values[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

/**
 * Marks of each lane as the path of an SVG, a stroke a pixel however many there are.
 * @param heights top of each lane, and how high its marks are.
 */
export function markPaths(
  data: TimeLineData,
  fractions: Float64Array,
  widthPx: number,
  { top, step, height }: { readonly top: number; readonly step: number; readonly height: number },
  laneCount: number,
): readonly string[] {
  const paths = new Array<string>(laneCount).fill('');
  const lastPx = new Int32Array(laneCount).fill(-1);
  for (let place = 0; place < fractions.length; place++) {
    const lane = data.lanes[place]!;
    if (lane === NO_LANE) continue;
    const px = Math.round(fractions[place]! * widthPx);
    if (lastPx[lane] === px) continue;
    lastPx[lane] = px;
    paths[lane] += `M${px} ${top + lane * step}v${height}`;
  }
  return paths;
}
