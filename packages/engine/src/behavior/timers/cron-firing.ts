/** When a cron expression fires next, in the dialect deployment accepts (`bpmn`: `timers/cron.ts`). */
import { Cron } from 'croner';
import { Temporal } from 'temporal-polyfill';

/** Days looked at for `L-3`: at most four of a month could be it, and it is found within the thirty years croner looks ahead. */
const DAYS_LOOKED_AT_MAX = 4 * 12 * 30;

/** @throws {RangeError} when it never fires again; an error of croner for texts that are no cron expression. */
export function nextCronFiring(text: string, nowMs: number, timeZone: string): number {
  const fields = text.trim().split(/\s+/);
  const [dayOfMonth = '', dayOfWeek = ''] = [fields[3], fields[5]];
  const daysBeforeLast = /^L-(\d+)$/i.exec(dayOfMonth)?.[1];
  if (daysBeforeLast === undefined) return nextRun(createCron(text, timeZone), nowMs);
  // Days of the month and of the week are alternatives when both are given.
  const isAnyDayOfWeek = dayOfWeek === '*' || dayOfWeek === '?';
  const firing = nextBeforeLast(fields.with(5, '?'), Number(daysBeforeLast), nowMs, timeZone);
  if (isAnyDayOfWeek) return firing;
  return Math.min(firing, nextRun(createCron(fields.with(3, '?').join(' '), timeZone), nowMs));
}

/** croner knows the last day of a month, but none counted from it: asked for all days it could be, of which one is right. */
function nextBeforeLast(fields: readonly string[], daysBeforeLast: number, nowMs: number, timeZone: string): number {
  const candidates = `${Math.max(28 - daysBeforeLast, 1)}-${31 - daysBeforeLast}`;
  const cron = createCron(fields.with(3, candidates).join(' '), timeZone);
  let after = nowMs;
  for (let looked = 0; looked < DAYS_LOOKED_AT_MAX; looked++) {
    const next = nextRun(cron, after);
    const time = Temporal.Instant.fromEpochMilliseconds(next).toZonedDateTimeISO(timeZone);
    if (time.day === time.daysInMonth - daysBeforeLast) return next;
    after = time.startOfDay().add({ days: 1 }).epochMilliseconds - 1;
  }
  throw neverAgain();
}

function createCron(text: string, timezone: string): Cron {
  // Steps from a number on, as in `0/15`, are what Camunda's users write.
  return new Cron(text, { timezone, paused: true, sloppyRanges: true });
}

function nextRun(cron: Cron, afterMs: number): number {
  const next = cron.nextRun(new Date(afterMs));
  if (next === null) throw neverAgain();
  return next.getTime();
}

function neverAgain(): RangeError {
  return new RangeError('it never fires again');
}
