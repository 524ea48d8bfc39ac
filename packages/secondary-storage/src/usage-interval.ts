/** Milliseconds that usage is counted together, as Camunda's: fine enough for any bill, few enough to add up years. */
export const USAGE_INTERVAL_MS = 5 * 60 * 1_000;

/** When the interval of a time begins. */
export function usageInterval(ms: number): number {
  return Math.floor(ms / USAGE_INTERVAL_MS) * USAGE_INTERVAL_MS;
}
