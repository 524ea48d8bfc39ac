/** Durations of ISO 8601 without months and years, whose lengths vary. */
const DURATION = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const WEEK_MS = 7 * DAY_MS;
const UNITS_MS = [WEEK_MS, DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS] as const;

/** A thousand years: more is a mistake, and sums with times stay exact far beyond. */
const DURATION_MS_MAX = 365_000 * DAY_MS;

/** What stands for keeping it for ever. */
export const FOR_EVER = 'never';

/** @returns milliseconds, Infinity for {@link FOR_EVER}, `undefined` when it is neither that nor a duration. */
export function parseRetention(text: string): number | undefined {
  return text === FOR_EVER ? Number.POSITIVE_INFINITY : durationMs(text);
}

/** Weeks to seconds of an ISO 8601 duration; `undefined` = it is none, or one of a thousand years and more. */
export function durationMs(text: string): number | undefined {
  const match = DURATION.exec(text);
  if (match === null || text.length < 3) return undefined;
  const ms = UNITS_MS.reduce((sum, unitMs, index) => sum + unitMs * Number(match[index + 1] ?? 0), 0);
  return ms <= DURATION_MS_MAX ? ms : undefined;
}

/** When something may be removed; null = never. */
export function removalDate(endMs: number, retentionMs: number): number | null {
  return Number.isFinite(retentionMs) ? endMs + retentionMs : null;
}
