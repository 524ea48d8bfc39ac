import { isCron } from './cron.ts';
import { isDateTime } from './iso-date-time.ts';
import { isPositiveDuration } from './iso-duration.ts';

/** `R[n]/duration`, `R[n]/start/duration`, or a cron expression. */
export function isTimerCycle(text: string): boolean {
  const interval = /^R(-1|\d{1,10})?\/(?:([^/]+(?:\[[^\]]+\])?)\/)?([^/]+)$/.exec(text);
  if (interval === null) return isCron(text);
  const [, , start, duration = ''] = interval;
  return isPositiveDuration(duration) && (start === undefined || isDateTime(start));
}
