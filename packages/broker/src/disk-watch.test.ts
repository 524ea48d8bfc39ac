import { pino } from 'pino';
import { expect, it } from 'vitest';
import { ManualClock } from '../test/manual-clock.ts';
import { DiskWatch } from './disk-watch.ts';

it('should tell when the disk falls below the watermark and when it recovers, and ignore what it cannot read', async () => {
  const clock = new ManualClock();
  const answers: (number | Error)[] = [100, 99, 50, new Error('gone'), 100, 200];
  const changes: boolean[] = [];
  const watch = new DiskWatch({
    freeBytesMin: 100,
    freeBytes: async () => {
      const answer = answers.shift() ?? 200;
      if (answer instanceof Error) throw answer;
      return answer;
    },
    clock,
    logger: pino({ level: 'silent' }),
    onChange: (isAvailable) => changes.push(isAvailable),
  });
  await watch.start();
  expect(watch.isAvailable).toBe(true);
  await clock.advance(1_000);
  expect(watch.isAvailable).toBe(false);
  await clock.advance(2_000);
  expect(watch.isAvailable).toBe(false);
  await clock.advance(1_000);
  watch.stop();
  expect(changes).toEqual([false, true]);
});
