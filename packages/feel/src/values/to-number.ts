import { toDouble } from './number.ts';
import { type FeelValue, isNumber } from './value.ts';

/** A number as a JS number, rounded where it has more digits; undefined for everything else. */
export function toNumber(value: FeelValue): number | undefined {
  return isNumber(value) ? toDouble(value) : undefined;
}
