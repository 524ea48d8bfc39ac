import type { Run } from '../evaluation.ts';
import { DaysTimeDuration } from './duration.ts';
import { describeValue } from './feel-string.ts';
import {
  type FeelDateTime,
  type FeelValue,
  isContext,
  isDate,
  isDateTime,
  isDaysTimeDuration,
  isList,
  isRange,
  isTime,
  isYearsMonthsDuration,
  isZonedDateTime,
} from './value.ts';
import { isOffsetZone } from './zone.ts';

/** `target.name`: a context's entry, a list's entries item by item, or a property of a temporal value or range. */
export function propertyOf(run: Run, target: FeelValue, name: string, depth = 0): FeelValue {
  if (isContext(target)) {
    return target.get(name) ?? (target.has(name) ? null : noEntry(run, name, () => availableKeys(target.keys())));
  }
  if (target === null) return noEntry(run, name, () => 'The context is null');
  if (isList(target) && depth < 100) {
    run.chargeList(target.length);
    return target.map((item) => propertyOf(run, item, name, depth + 1));
  }
  run.charge(20);
  const properties = propertiesOf(target);
  const property = Object.hasOwn(properties, name) ? properties[name] : undefined;
  if (property !== undefined) return property();
  if (!run.keepsWarnings) return null;
  const available = Object.keys(properties).map(quoted).join(', ');
  return run.warn(
    'NO_PROPERTY_FOUND',
    `No property found with name '${name}' of value '${describeValue(target)}'. Available properties: ${available}`,
  );
}

type Properties = Readonly<Record<string, () => FeelValue>>;

function propertiesOf(value: FeelValue): Properties {
  if (isDate(value)) return dateProperties(value);
  if (isDateTime(value)) return { ...dateProperties(value), ...clockProperties(value), ...zoneProperties(value) };
  if (isTime(value)) {
    const { offsetSeconds, zone } = value;
    return {
      ...clockProperties(value.plain),
      'time offset': () => offset(offsetSeconds),
      timezone: () => zone ?? null,
    };
  }
  if (isDaysTimeDuration(value)) {
    return {
      days: () => value.days,
      hours: () => value.hours,
      minutes: () => value.minutes,
      seconds: () => value.seconds,
    };
  }
  if (isYearsMonthsDuration(value)) return { years: () => value.years, months: () => value.months };
  if (isRange(value)) {
    return {
      start: () => value.start,
      end: () => value.end,
      'start included': () => value.startIncluded,
      'end included': () => value.endIncluded,
    };
  }
  return {};
}

const dateProperties = (value: { year: number; month: number; day: number; dayOfWeek: number }): Properties => ({
  year: () => value.year,
  month: () => value.month,
  day: () => value.day,
  weekday: () => value.dayOfWeek,
});

const clockProperties = (value: { hour: number; minute: number; second: number }): Properties => ({
  hour: () => value.hour,
  minute: () => value.minute,
  second: () => value.second,
});

function zoneProperties(value: FeelDateTime): Properties {
  const zoned = isZonedDateTime(value) ? value : undefined;
  const region = zoned === undefined || isOffsetZone(zoned.timeZoneId) ? null : zoned.timeZoneId;
  return {
    'time offset': () => offset(zoned === undefined ? undefined : zoned.offsetNanoseconds / 1_000_000_000),
    timezone: () => region,
  };
}

const offset = (seconds: number | undefined): FeelValue =>
  seconds === undefined ? null : new DaysTimeDuration(BigInt(seconds) * 1_000_000_000n);

function noEntry(run: Run, name: string, detail: () => string): null {
  if (!run.keepsWarnings) return null;
  return run.warn('NO_CONTEXT_ENTRY_FOUND', `No context entry found with key '${name}'. ${detail()}`);
}

const keysShownMax = 50;

function availableKeys(keys: Iterable<string>): string {
  const shown = [...Iterator.from(keys).take(keysShownMax + 1)].map(quoted);
  if (shown.length === 0) return 'The context is empty';
  return `Available keys: ${shown.slice(0, keysShownMax).join(', ')}${shown.length > keysShownMax ? ', …' : ''}`;
}

const quoted = (name: string): string => `'${name}'`;
