import { describe, expect, it } from 'vitest';
import { isCron } from './cron.ts';
import { isDateTime } from './iso-date-time.ts';
import { isDuration } from './iso-duration.ts';
import { isTimerCycle } from './timer-cycle.ts';

describe('isDuration', () => {
  it.each([
    'PT0S',
    '-P1Y',
    'PT1,5S',
    'P100000Y',
    'P1Y2M3DT4H5M6S',
    'P2W',
    'PT1.5S',
    '-PT1H',
    'P1DT12H',
    'PT-5M',
    'P1M',
  ])('should accept %s', (text) => {
    expect(isDuration(text)).toBe(true);
  });

  it.each([
    '',
    'P',
    'PT',
    'P1DT',
    '1H',
    'PT1',
    'P1H',
    'PT1S ',
    'pt1s',
    'PT1H1D',
    'PT1.S',
    'P999999999Y',
    'PT1000000000000000H',
    `P${'9'.repeat(400)}D`,
  ])('should refuse %j', (text) => {
    expect(isDuration(text)).toBe(false);
  });
});

describe('isDateTime', () => {
  it.each([
    '2030-01-31T12:00:00Z',
    '2030-01-31T12:00Z',
    '2030-01-31T12:00:00.123456789+05:30',
    '2028-02-29T23:59:59-08:00[America/Los_Angeles]',
    '2030-01-31T12:00:00Z[Etc/GMT+1]',
  ])('should accept %s', (text) => {
    expect(isDateTime(text)).toBe(true);
  });

  it.each([
    '',
    '2030-01-31',
    '2030-01-31T12:00:00',
    '2030-02-30T12:00:00Z',
    '+999999-01-01T00:00:00Z',
    '2030-13-01T12:00:00Z',
    '2030-01-31T24:00:00Z',
    '2030-01-31 12:00:00Z',
    '2030-01-31T12:00:00Z[]',
  ])('should refuse %j', (text) => {
    expect(isDateTime(text)).toBe(false);
  });
});

describe('isTimerCycle', () => {
  it.each([
    'R/PT1H',
    'R3/PT10S',
    'R-1/P1D',
    'R0/PT1S',
    'R2/2030-01-31T12:00:00Z/PT1H',
    'R/2030-01-31T12:00:00+01:00[Europe/Paris]/P1M',
    '@daily',
    '0 */5 * * * *',
  ])('should accept %s', (text) => {
    expect(isTimerCycle(text)).toBe(true);
  });

  it.each([
    '',
    'R',
    'R3',
    'R/',
    'PT1H',
    'R3/tomorrow',
    'R3/2030/PT1H',
    'R3/PT1H/PT1H',
    'every hour',
    'R/PT0S',
    'R3/-PT1S',
    'R/P0D',
  ])('should refuse %j', (text) => {
    expect(isTimerCycle(text)).toBe(false);
  });
});

describe('isCron', () => {
  it.each([
    '* * * * * *',
    '0 0 9-17 * * MON-FRI',
    '0 0/30 8-10 * * *',
    '0  0 0 25 DEC ?',
    '0 0 0 L * *',
    '0 0 0 L-3 * *',
    '*/60 0 0 1,L * *',
    '0 0 0 LW * *',
    '0 0 0 15W * *',
    '0 0 0 * * 5L',
    '0 0 0 * * friL',
    '0 0 0 ? * MON#2',
    '1,2,5-8 0 0 1 1 sun-tue',
    '@hourly',
  ])('should accept %s', (text) => {
    expect(isCron(text)).toBe(true);
  });

  it.each([
    '',
    '* * * * *',
    '* * * * * * *',
    '60 * * * * *',
    '* * 24 * * *',
    '* * * 0 * *',
    '* * * * 13 *',
    '* * * * FOO *',
    '* * * * * 8',
    '* * * * * MON#6',
    '5-3 * * * * *',
    '1-2-3 * * * * *',
    '*/0 * * * * *',
    '*/2/3 * * * * *',
    '*/61 * * * * *',
    '0 0 0 1,L-3 * *',
    '0 0 0 LW,1 * *',
    '? * * * * *',
    '@never',
  ])('should refuse %j', (text) => {
    expect(isCron(text)).toBe(false);
  });
});
