import { Temporal } from 'temporal-polyfill';
import type { Run } from '../evaluation.ts';
import type { FeelDate } from '../values/value.ts';
import { type Builtins, type Outcome, type Overload, overload } from './builtin.ts';
import { dayOf, isDay } from './temporal-conversion.ts';

const ofDay = (invoke: (date: FeelDate) => Outcome): Overload =>
  overload([['date', isDay]], (_run, value) => invoke(dayOf(value)));

const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** The clock is the engine's: it comes in with the evaluation's context, so a pinned clock is respected. */
export const temporalBuiltins: Builtins = {
  now: [overload([], now)],
  today: [overload([], (run) => now(run).toPlainDate())],
  'day of week': [ofDay((date) => days[date.dayOfWeek - 1] ?? null)],
  'day of year': [ofDay((date) => date.dayOfYear)],
  'week of year': [ofDay((date) => date.weekOfYear ?? null)],
  'month of year': [ofDay((date) => months[date.month - 1] ?? null)],
  'last day of month': [ofDay((date) => date.with({ day: date.daysInMonth }))],
};

function now(run: Run): Temporal.ZonedDateTime {
  const { nowMs, timeZone = 'UTC' } = run.context;
  // UTC as an offset prints as `Z`, the form every reader of a stored variable understands.
  return new Temporal.ZonedDateTime(BigInt(Math.trunc(nowMs)) * 1_000_000n, timeZone === 'UTC' ? '+00:00' : timeZone);
}
