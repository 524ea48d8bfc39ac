import { bpmn, endEvent, flow, serviceTask, startEvent } from '@waggle/engine/test';
import { JobIntent } from '@waggle/protocol';
import { expect, test } from 'vitest';
import { startReadSide } from '../../test/read-side.ts';

const packing = bpmn(
  { id: 'packing' },
  startEvent(),
  serviceTask('pack'),
  endEvent(),
  flow('start', 'pack'),
  flow('pack', 'end'),
);
const sending = packing.replaceAll('pack', 'send');

/** At noon two packed and one failed, five minutes later one packed; one waits to be sent. */
async function startWork() {
  const waggle = await startReadSide();
  const { engine } = waggle;
  engine.deploy(packing, sending);
  const noon = engine.nowMs;
  for (let count = 1; count <= 4; count++) engine.create('packing');
  engine.create('sending');
  engine.completeJob('pack');
  engine.completeJob('pack');
  const [job] = engine.activate('pack', 1);
  engine.job(JobIntent.FAIL, job!.jobKey, { retries: 0, errorMessage: 'No paper' });
  const [other] = engine.activate('pack', 1);
  engine.job(JobIntent.THROW_ERROR, other!.jobKey, { errorCode: 'E1' });
  engine.advance(300_000);
  engine.create('packing');
  engine.completeJob('pack');
  const time = (ms: number) => new Date(ms).toISOString();
  return { ...waggle, noon: time(noon), later: time(engine.nowMs), end: time(engine.nowMs + 60_000), from: time(noon) };
}

const never = { count: 0, lastUpdatedAt: null };

test('should count what happened to all jobs in a time', async () => {
  // given
  const { query, noon, later, end, from } = await startWork();

  // when
  const global = (parameters: object) => query('globalJobStatistics', { from, to: end, ...parameters });

  // then
  expect(await global({})).toEqual({
    created: { count: 6, lastUpdatedAt: later },
    completed: { count: 3, lastUpdatedAt: later },
    failed: { count: 1, lastUpdatedAt: noon },
    isIncomplete: false,
  });
  expect(await global({ jobType: 'send' })).toMatchObject({
    created: { count: 1, lastUpdatedAt: noon },
    completed: never,
  });
  expect(await global({ from: later })).toMatchObject({
    created: { count: 1 },
    completed: { count: 1 },
    failed: never,
  });
  expect(await global({ jobType: 'none' })).toEqual({
    created: never,
    completed: never,
    failed: never,
    isIncomplete: false,
  });
});

test('should count jobs by type', async () => {
  // given
  const { statistics, noon, later, end, from } = await startWork();

  // when
  const byType = (filter: object) => statistics('JobTypeStatistics', filter);

  // then
  expect(await byType({ from, to: end })).toEqual([
    {
      jobType: 'pack',
      created: { count: 5, lastUpdatedAt: later },
      completed: { count: 3, lastUpdatedAt: later },
      failed: { count: 1, lastUpdatedAt: noon },
      workers: 1,
    },
    { jobType: 'send', created: { count: 1, lastUpdatedAt: noon }, completed: never, failed: never, workers: 0 },
  ]);
  expect(await byType({ from, to: end, jobType: { $like: 's*' } })).toMatchObject([{ jobType: 'send' }]);
  expect(await byType({})).toHaveLength(2);
});

test('should count jobs of a type by worker', async () => {
  // given
  const { statistics, end, from } = await startWork();

  // when
  const byWorker = await statistics('JobWorkerStatistics', { from, to: end, jobType: 'pack' });

  // then
  expect(byWorker).toMatchObject([{ worker: 'test', created: never, completed: { count: 3 }, failed: { count: 1 } }]);
});

test('should count jobs of a type step by step', async () => {
  // given
  const { statistics, noon, later, end, from } = await startWork();

  // when
  const byTime = (resolution?: string) =>
    statistics('JobTimeSeriesStatistics', { from, to: end, jobType: 'pack', resolution });

  // then
  const minutes = [
    { time: noon, created: { count: 4, lastUpdatedAt: noon }, completed: { count: 2, lastUpdatedAt: noon } },
    { time: later, created: { count: 1, lastUpdatedAt: later }, completed: { count: 1, lastUpdatedAt: later } },
  ];
  expect(await byTime('PT1M')).toMatchObject(minutes);
  expect(await byTime()).toMatchObject(minutes);
  expect(await byTime('PT1H')).toMatchObject([{ time: noon, created: { count: 5 } }]);
  await expect(byTime('PT1S')).rejects.toThrow(/filter.resolution is 'PT1S' but must be an ISO 8601 duration/);
  await expect(byTime('soon')).rejects.toThrow(/ISO 8601 duration/);
});

test('should tell the errors of a type', async () => {
  // given
  const { statistics, end, from } = await startWork();

  // when
  const errors = (filter: object) => statistics('JobErrorStatistics', { from, to: end, jobType: 'pack', ...filter });

  // then
  expect(await errors({})).toEqual([
    { errorCode: '', errorMessage: 'No paper', workers: 1 },
    { errorCode: 'E1', errorMessage: '', workers: 1 },
  ]);
  expect(await errors({ errorCode: 'E1' })).toHaveLength(1);
  expect(await errors({ errorMessage: { $like: 'No*' } })).toHaveLength(1);
});

test('should page through errors whose code and message read alike together', async () => {
  // given
  const { engine, read } = await startReadSide();
  engine.deploy(packing);
  for (const [errorCode, errorMessage] of [
    ['a', 'b c'],
    ['a b', 'c'],
  ] as const) {
    engine.create('packing');
    const [job] = engine.activate('pack', 1);
    engine.job(JobIntent.THROW_ERROR, job!.jobKey, { errorCode, errorMessage });
  }
  const filter = { from: '2030-01-01T00:00:00Z', to: '2031-01-01T00:00:00Z', jobType: 'pack' };

  // when
  const first = await pageOf({ limit: 1 });
  const second = await pageOf({ limit: 1, after: first.page.endCursor! });

  // then
  expect([...first.items, ...second.items]).toMatchObject([{ errorCode: 'a' }, { errorCode: 'a b' }]);

  async function pageOf(page: object) {
    return JSON.parse(
      (await read({ kind: 'search', entity: 'JobErrorStatistics', request: { page }, parameters: filter }))!,
    );
  }
});
