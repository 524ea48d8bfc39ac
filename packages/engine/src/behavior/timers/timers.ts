/** When timers fire: ISO 8601 dates, durations and cycles, FEEL temporal values, and cron. */
import type { TimerDefinition } from '@waggle/bpmn';
import {
  dateTimeToEpochMs,
  type EvaluationContext,
  type FeelValue,
  isDateTime,
  isDaysTimeDuration,
  isYearsMonthsDuration,
  toIsoString,
  typeNameOf,
} from '@waggle/feel';
import { Temporal } from 'temporal-polyfill';
import { extractValueFailure, Failure } from '../../failure.ts';
import type { Processing } from '../../processing.ts';
import { evaluateExpression, wrongType } from '../expressions/evaluate-expression.ts';
import { nextCronFiring } from './cron-firing.ts';

/** When a timer fires first and how often. */
export interface TimerPlan {
  /** Epoch ms. */
  readonly dueDate: number;
  /** Firings in all; -1 = endless. */
  readonly repetitions: number;
}

/** What the expression of a timer may give. */
const TIMER_TYPES = {
  date: ['DATE_TIME', 'STRING'],
  duration: ['DURATION', 'PERIOD', 'STRING'],
  cycle: ['STRING'],
} as const;

/** `R[n]/[start/]duration`, with the parts as texts. */
const CYCLE = /^R(-1|\d*)\/(?:(.+)\/)?([^/]+)$/;

/** Plans the first firing. */
export function planTimer(
  processing: Processing,
  timer: TimerDefinition,
  context: EvaluationContext,
): TimerPlan | Failure {
  const text = timerText(processing, timer, context);
  if (text instanceof Failure) return text;
  try {
    switch (timer.kind) {
      case 'date':
        return { dueDate: epochMs(text), repetitions: 1 };
      case 'duration':
        return { dueDate: addDuration(processing.now, text, processing.timeZone), repetitions: 1 };
      case 'cycle':
        return planCycle(processing, text);
    }
  } catch (error) {
    return invalidTimer(timer, text, error);
  }
}

/**
 * Plans the firing behind one that was due at `previousDue`. Intervals do not drift; when the next one is past as
 * well, because nobody was there to fire it, it counts from now, so one gap causes one firing.
 */
export function planNextFiring(
  processing: Processing,
  timer: TimerDefinition,
  context: EvaluationContext,
  previous: TimerPlan,
): TimerPlan | Failure {
  const text = timerText(processing, timer, context);
  if (text instanceof Failure) return text;
  const repetitions = previous.repetitions === -1 ? -1 : previous.repetitions - 1;
  try {
    const cycle = CYCLE.exec(text);
    if (cycle === null) return { dueDate: nextCronFiring(text, processing.now, processing.timeZone), repetitions };
    const interval = cycle[3]!;
    const next = addInterval(processing, previous.dueDate, interval);
    const dueDate = next > processing.now ? next : addInterval(processing, processing.now, interval);
    return { dueDate, repetitions };
  } catch (error) {
    return invalidTimer(timer, text, error);
  }
}

function timerText(processing: Processing, timer: TimerDefinition, context: EvaluationContext): string | Failure {
  const evaluated = evaluateExpression(processing, timer.expression, context);
  if (evaluated instanceof Failure) return evaluated;
  const text = temporalText(evaluated.value, timer.kind);
  if (text !== undefined) return text;
  return wrongType(timer.expression, evaluated, TIMER_TYPES[timer.kind]);
}

function temporalText(value: FeelValue, kind: TimerDefinition['kind']): string | undefined {
  if (typeof value === 'string') return value;
  if (kind === 'date' && isDateTime(value) && typeNameOf(value) === 'DATE_TIME') {
    return new Date(dateTimeToEpochMs(value)).toISOString();
  }
  if (kind === 'duration' && (isDaysTimeDuration(value) || isYearsMonthsDuration(value))) return toIsoString(value);
  return undefined;
}

function planCycle(processing: Processing, text: string): TimerPlan {
  const cycle = CYCLE.exec(text);
  if (cycle === null) return { dueDate: nextCronFiring(text, processing.now, processing.timeZone), repetitions: -1 };
  const [, count = '', start, interval] = cycle as unknown as [string, string, string | undefined, string];
  const repetitions = count === '' ? -1 : Number(count);
  const from = start === undefined ? processing.now : epochMs(start);
  // A start that lies ahead is itself the first firing; otherwise the first comes an interval after now, as in the reference.
  const dueDate =
    start !== undefined && from > processing.now ? from : addInterval(processing, processing.now, interval);
  return { dueDate, repetitions };
}

/** A cycle that does not move on would fire without end and leave no time for anything else. */
function addInterval(processing: Processing, fromMs: number, text: string): number {
  const next = addDuration(fromMs, text, processing.timeZone);
  if (next <= fromMs) throw new RangeError('the interval of a cycle must be longer than nothing');
  return next;
}

function epochMs(text: string): number {
  return text.includes('[')
    ? Temporal.ZonedDateTime.from(text).epochMilliseconds
    : Temporal.Instant.from(text).epochMilliseconds;
}

function addDuration(fromMs: number, text: string, timeZone: string): number {
  const duration = Temporal.Duration.from(text);
  // Years and months are calendar based, so the zone decides.
  return Temporal.Instant.fromEpochMilliseconds(fromMs).toZonedDateTimeISO(timeZone).add(duration).epochMilliseconds;
}

function invalidTimer(timer: TimerDefinition, text: string, cause: unknown): Failure {
  if (timer.kind !== 'cycle') {
    const format = timer.kind === 'date' ? 'date-time' : 'duration';
    return extractValueFailure(`Invalid ${format} format '${text}' for expression '${timer.expression.text}'.`);
  }
  const reason = cause instanceof Error ? cause.message : String(cause);
  return extractValueFailure(`Expected a valid timer cycle, but '${text}' is none: ${reason}`);
}
