import { Temporal } from 'temporal-polyfill';

const offset = /^([+-])(\d{2}):(\d{2})(?::(\d{2}))?$/;
const secondsMax = 18 * 3_600;

/** Seconds east of UTC of `Z` or `+01:00`; undefined beyond ±18:00, the widest Java knows. */
export function parseOffset(text: string): number | undefined {
  if (text === 'Z') return 0;
  const match = offset.exec(text);
  if (match === null || Number(match[3]) > 59 || Number(match[4] ?? 0) > 59) return undefined;
  const seconds = Number(match[2]) * 3_600 + Number(match[3]) * 60 + Number(match[4] ?? 0);
  if (seconds > secondsMax) return undefined;
  return (match[1] === '-' ? -seconds : seconds) + 0;
}

/** `Z` or `+01:00`. */
export function offsetText(seconds: number): string {
  if (seconds === 0) return 'Z';
  const two = (amount: number) => String(amount).padStart(2, '0');
  const amount = Math.abs(seconds);
  const rest = amount % 60 === 0 ? '' : `:${two(amount % 60)}`;
  return `${seconds < 0 ? '-' : '+'}${two(Math.trunc(amount / 3_600))}:${two(Math.trunc(amount / 60) % 60)}${rest}`;
}

/** True for zone ids that are only an offset, such as `+01:00`. */
export const isOffsetZone = (zone: string): boolean => zone.startsWith('+') || zone.startsWith('-');

interface Zone {
  /** The id to use in Temporal. */
  readonly id: string;
  /** The offset outside daylight saving time, which a time of day without a date uses. */
  readonly standardOffsetSeconds: number;
}

/** Looking a name up in the zone data takes 10 µs, and an installation uses a handful of zones. */
const zonesMax = 500;
const zones = new Map<string, Zone | undefined>();

/** @returns the id to use in Temporal for a region or an offset, undefined if there is no such zone. */
export const zoneIdOf = (text: string): string | undefined => zoneOf(text)?.id;

/** @returns undefined for unknown zones. */
export const standardOffsetSeconds = (text: string): number | undefined => zoneOf(text)?.standardOffsetSeconds;

function zoneOf(text: string): Zone | undefined {
  if (zones.has(text)) return zones.get(text);
  const zone = findZone(text);
  if (zones.size >= zonesMax) zones.clear();
  zones.set(text, zone);
  return zone;
}

function findZone(text: string): Zone | undefined {
  const seconds = parseOffset(text);
  if (seconds !== undefined) {
    return { id: seconds === 0 ? '+00:00' : offsetText(seconds), standardOffsetSeconds: seconds };
  }
  // Temporal would take offsets up to 24 hours.
  if (isOffsetZone(text)) return undefined;
  try {
    const offsetOn = (epochSeconds: bigint) =>
      new Temporal.ZonedDateTime(epochSeconds * 1_000_000_000n, text).offsetNanoseconds / 1_000_000_000;
    // 2024-01-01 and 2024-07-01: daylight saving time is in force on at most one of them and always lies further east.
    const standard = Math.min(offsetOn(1_704_067_200n), offsetOn(1_719_792_000n));
    return { id: new Temporal.ZonedDateTime(0n, text).timeZoneId, standardOffsetSeconds: standard };
  } catch {
    return undefined;
  }
}
