import { expect, test } from 'vitest';
import { isoDurationMs } from './iso-duration.ts';

const lengths: readonly [string, number][] = [
  ['PT0S', 0],
  ['PT1.5S', 1500],
  ['PT1H30M', 5_400_000],
  ['P1DT1S', 86_401_000],
  ['P2W', 1_209_600_000],
];

for (const [text, ms] of lengths) {
  test(`should read ${text}`, () => {
    expect(isoDurationMs(text)).toBe(ms);
  });
}

for (const text of ['', 'P', 'PT', '1h', 'P1M', 'PT1H2']) {
  test(`should refuse "${text}"`, () => {
    expect(() => isoDurationMs(text)).toThrow('Expected an ISO 8601 duration');
  });
}
