/** `real`: as time passed, with long waits made short. */
export const playSpeeds = ['1', '4', '16', 'real'] as const;
export type PlaySpeed = (typeof playSpeeds)[number];

/** At speed 1: time to read what happened. */
const STEP_MS = 640;
const REAL_MS_MIN = 40;
const REAL_MS_MAX = 2_000;

/** How long a moment is shown while playing. @param gapMs from it to the next, as it was. */
export function playDelayMs(speed: PlaySpeed, gapMs: number): number {
  if (speed !== 'real') return STEP_MS / Number(speed);
  // A tenth of a second stays that, a minute becomes one and a half, a day two.
  const compressedMs = gapMs <= 100 ? gapMs : 100 + 500 * Math.log10(gapMs / 100);
  return Math.min(REAL_MS_MAX, Math.max(REAL_MS_MIN, compressedMs));
}
