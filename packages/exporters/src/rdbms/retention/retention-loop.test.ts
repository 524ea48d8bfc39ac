import { expect, test } from 'vitest';
import type { Removed } from './retention.ts';
import { RetentionLoop, type RetentionLoopOptions } from './retention-loop.ts';

const one: Removed = { processInstances: 1, rows: 7, lateMs: 0 };

/** A loop whose steps come from a list; behind it nothing is due. Resolves when it found nothing to do. */
async function runUntilIdle(
  steps: readonly (() => Promise<Removed | undefined>)[],
  options: Partial<RetentionLoopOptions> = {},
): Promise<void> {
  const queue = [...steps];
  await new Promise<void>((resolve) => {
    const loop = new RetentionLoop({
      retention: { step: () => queue.shift()?.() ?? Promise.resolve(undefined) },
      shrink: () => {
        void loop.close().then(resolve);
        return false;
      },
      exclusively: (action) => action(),
      now: () => 0,
      onRemoved: () => undefined,
      onFailure: () => undefined,
      ...options,
    });
    loop.start();
  });
}

test('should go on while something is due, and tell what went', async () => {
  const removed: Removed[] = [];
  await runUntilIdle([async () => one, async () => one], { onRemoved: (each) => removed.push(each) });
  expect(removed).toEqual([one, one]);
});

test('should tell when it is not late any more', async () => {
  const late: number[] = [];
  await runUntilIdle([async () => ({ ...one, lateMs: 5_000 })], { onRemoved: ({ lateMs }) => late.push(lateMs) });
  expect(late).toEqual([5_000, 0]);
});

test('should write only when nobody else does', async () => {
  const order: string[] = [];
  await runUntilIdle([async () => one], {
    exclusively: async (action) => {
      order.push('begin');
      const result = await action();
      order.push('end');
      return result;
    },
    onRemoved: () => order.push('step'),
  });
  expect(order.slice(0, 4)).toEqual(['begin', 'step', 'end', 'begin']);
});

test('should tell of a failure and when it tries again', async () => {
  // given
  const failure = new Error('the database is away');
  const told = Promise.withResolvers<{ error: unknown; nextTryMs: number }>();
  const loop = new RetentionLoop({
    retention: { step: () => Promise.reject(failure) },
    shrink: () => false,
    exclusively: (action) => action(),
    now: () => 0,
    onRemoved: () => undefined,
    onFailure: (error, nextTryMs) => told.resolve({ error, nextTryMs }),
  });

  // when
  loop.start();

  // then
  expect(await told.promise).toEqual({ error: failure, nextTryMs: expect.any(Number) });
  await loop.close();
});

test('should end with the step that is under way', async () => {
  // given
  const begun = Promise.withResolvers<void>();
  const release = Promise.withResolvers<void>();
  let isStepDone = false;
  const loop = new RetentionLoop({
    retention: {
      async step() {
        begun.resolve();
        await release.promise;
        isStepDone = true;
        return one;
      },
    },
    shrink: () => false,
    exclusively: (action) => action(),
    now: () => 0,
    onRemoved: () => undefined,
    onFailure: () => undefined,
  });
  loop.start();
  await begun.promise;

  // when
  const closed = loop.close();
  release.resolve();
  await closed;

  // then
  expect(isStepDone).toBe(true);
});
