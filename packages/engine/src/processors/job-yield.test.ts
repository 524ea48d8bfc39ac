import { JobBatchIntent, JobIntent, type Key, ValueType } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import { bpmn, endEvent, flow, serviceTask, startEvent } from '../../test/bpmn.ts';
import { startEngine } from '../../test/invariants.ts';
import { rejectionOf } from '../../test/outcome.ts';

const oneTask = bpmn(
  { id: 'p' },
  startEvent(),
  serviceTask('task'),
  endEvent(),
  flow('start', 'task'),
  flow('task', 'end'),
);
const stream = { id: 4, worker: 'streaming', timeoutMs: 30_000, fetchVariables: ['a'], withLease: false };

describe('JOB YIELD', () => {
  it('should give a pushed job back for others to poll, without a retry less', () => {
    // given
    const engine = startEngine({ jobStreams: { pick: () => stream } });
    engine.deploy(oneTask);
    engine.create('p', { a: 1, b: 2 });
    const push = engine.effects.find(({ kind }) => kind === 'push');
    if (push?.kind !== 'push') throw new Error('Expected a job to be pushed');

    // then
    expect(push).toMatchObject({
      streamId: 4,
      job: { worker: 'streaming', variables: '{"a":1}', deadline: engine.nowMs + 30_000 },
    });
    expect(engine.events(ValueType.JOB_BATCH, JobBatchIntent.ACTIVATED)[0]?.value).toMatchObject({
      type: 'task',
      worker: 'streaming',
      jobKeys: [push.job.jobKey],
    });
    expect(engine.activate('task')).toEqual([]);

    // when
    engine.job(JobIntent.YIELD, push.job.jobKey);

    // then it is told, not pushed again into the same blocked stream
    expect(engine.effects.at(-1)).toEqual({ kind: 'jobsAvailable', jobType: 'task' });
    expect(engine.activate('task')).toMatchObject([{ jobKey: push.job.jobKey, retries: 3 }]);
  });

  it('should push a job again when it times out, fails with retries or its incident is resolved', () => {
    // given
    const engine = startEngine({ jobStreams: { pick: () => stream } });
    engine.deploy(oneTask);
    engine.create('p');
    const pushes = () => engine.effects.filter(({ kind }) => kind === 'push').length;
    const jobKey = engine.events(ValueType.JOB, JobIntent.CREATED)[0]!.key;
    expect(pushes()).toBe(1);

    // when, then
    engine.advance(30_000);
    expect(pushes()).toBe(2);
    engine.job(JobIntent.FAIL, jobKey, { retries: 1 });
    expect(pushes()).toBe(3);
    engine.job(JobIntent.FAIL, jobKey, { retries: 0 });
    expect(pushes()).toBe(3);
    engine.job(JobIntent.UPDATE_RETRIES, jobKey, { retries: 1 });
    engine.resolve(engine.incidents()[0]!.key);
    expect(pushes()).toBe(4);
  });

  it('should refuse a job that is not activated, and an unknown one', () => {
    const engine = startEngine();
    engine.deploy(oneTask);
    engine.create('p');
    const jobKey = engine.events(ValueType.JOB, JobIntent.CREATED)[0]!.key;
    expect(rejectionOf(engine.job(JobIntent.YIELD, jobKey))).toBe(
      `INVALID_STATE: Expected to yield job with key '${jobKey}', but it is in state 'ACTIVATABLE'`,
    );
    expect(rejectionOf(engine.job(JobIntent.YIELD, 7n as Key))).toBe(
      "NOT_FOUND: Expected to yield job with key '7', but no such job was found",
    );
  });
});
