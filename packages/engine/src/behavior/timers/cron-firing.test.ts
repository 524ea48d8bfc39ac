import { describe, expect, it } from 'vitest';
import { nextCronFiring } from './cron-firing.ts';

/** The first firings behind 2026-01-01 in UTC. */
function firings(text: string, count: number, timeZone = 'UTC'): string[] {
  const found: string[] = [];
  let now = Date.parse('2026-01-01T00:00:00Z');
  for (let index = 0; index < count; index++) {
    now = nextCronFiring(text, now, timeZone);
    found.push(new Date(now).toISOString().replace('.000Z', ''));
  }
  return found;
}

describe('nextCronFiring', () => {
  it.each([
    ['0 0/30 9 * * *', ['2026-01-01T09:00:00', '2026-01-01T09:30:00', '2026-01-02T09:00:00']],
    ['0 0 9 1/20 * ?', ['2026-01-01T09:00:00', '2026-01-21T09:00:00', '2026-02-01T09:00:00']],
    ['0 0 9 L * ?', ['2026-01-31T09:00:00', '2026-02-28T09:00:00']],
    ['0 0 9 LW * ?', ['2026-01-30T09:00:00', '2026-02-27T09:00:00']],
    ['0 0 9 ? * MON#2', ['2026-01-12T09:00:00', '2026-02-09T09:00:00']],
    ['0 0 9 ? * friL', ['2026-01-30T09:00:00', '2026-02-27T09:00:00']],
    ['@monthly', ['2026-02-01T00:00:00', '2026-03-01T00:00:00']],
  ])('should know when %s fires', (text, expected) => {
    expect(firings(text, expected.length)).toEqual(expected);
  });

  it.each([
    ['0 0 9,10 L-3 * ?', ['2026-01-28T09:00:00', '2026-01-28T10:00:00', '2026-02-25T09:00:00', '2026-02-25T10:00:00']],
    ['0 0 0 L-30 * *', ['2026-03-01T00:00:00', '2026-05-01T00:00:00', '2026-07-01T00:00:00']],
    ['0 0 9 l-28 FEB *', ['2028-02-01T09:00:00', '2032-02-01T09:00:00']],
    [
      '0 0 9 L-3 * MON',
      [
        '2026-01-05T09:00:00',
        '2026-01-12T09:00:00',
        '2026-01-19T09:00:00',
        '2026-01-26T09:00:00',
        '2026-01-28T09:00:00',
      ],
    ],
  ])('should count days from the end of the month: %s', (text, expected) => {
    expect(firings(text, expected.length)).toEqual(expected);
  });

  it('should count them in the time zone', () => {
    expect(firings('0 30 0 L-1 * *', 1, 'Asia/Tokyo')).toEqual(['2026-01-29T15:30:00']);
  });

  it.each(['0 0 9 31 2 ?', '0 0 9 L-29 2 ?'])('should say that %s never fires', (text) => {
    expect(() => firings(text, 1)).toThrow('it never fires again');
  });
});
