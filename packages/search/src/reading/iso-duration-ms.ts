const DURATION = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;
const MS = [7 * 86_400_000, 86_400_000, 3_600_000, 60_000, 1_000] as const;
/** A hundred years: longer ones are mistakes. */
const DURATION_MS_MAX = 100 * 365 * 86_400_000;

/** Weeks to seconds of an ISO 8601 duration, whose length is the same always; `undefined` = it is none. */
export function isoDurationMs(text: string): number | undefined {
  const parts = DURATION.exec(text)?.slice(1);
  if (parts === undefined || parts.every((part) => part === undefined)) return undefined;
  const ms = parts.reduce((sum, part, index) => sum + Number(part ?? 0) * MS[index]!, 0);
  return ms <= DURATION_MS_MAX ? ms : undefined;
}
