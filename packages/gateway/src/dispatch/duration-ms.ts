/**
 * Longest duration in ms that is passed on, about 31 000 years: clients write "for ever" as the largest int64, which
 * no safe integer holds once the current time is added.
 */
export const DURATION_MS_MAX = 1_000_000_000_000_000;

/** Longest delay the runtime's timers know; one more and they fire at once. */
export const TIMER_MS_MAX = 2_147_483_647;

export function boundedDurationMs(durationMs: number): number {
  return Math.max(-DURATION_MS_MAX, Math.min(durationMs, DURATION_MS_MAX));
}
