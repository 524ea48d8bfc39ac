const DAY_MS = 24 * 60 * 60 * 1_000;

/** @param days from now on; below zero = ago. @returns date and time with `Z`. */
export function daysFrom(nowMs: number, days: number): string {
  return new Date(nowMs + days * DAY_MS).toISOString();
}
