import { JobIntent, type Key } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import { bpmn, endEvent, flow, serviceTask, startEvent } from '../../test/bpmn.ts';
import { startEngine } from '../../test/invariants.ts';
import { rejectionOf } from '../../test/outcome.ts';

function backingOff() {
  const engine = startEngine();
  engine.deploy(
    bpmn({ id: 'p' }, startEvent(), serviceTask('task'), endEvent(), flow('start', 'task'), flow('task', 'end')),
  );
  engine.create('p');
  const { jobKey } = engine.activate('task')[0]!;
  engine.job(JobIntent.FAIL, jobKey, { retries: 1, retryBackoff: 3_000 });
  return { engine, jobKey };
}

describe('JOB RECUR_AFTER_BACKOFF', () => {
  it('should make the job activatable and tell workers', () => {
    // given
    const { engine, jobKey } = backingOff();

    // when
    engine.advance(3_000);

    // then
    expect(engine.effects.at(-1)).toEqual({ kind: 'jobsAvailable', jobType: 'task' });
    expect(engine.activate('task')).toMatchObject([{ jobKey }]);
  });

  it('should not happen once the instance is gone', () => {
    // given
    const { engine } = backingOff();
    engine.cancel(engine.keyOf('p'));

    // then
    expect(engine.engine.nextDueMs()).toBeUndefined();
  });

  it('should refuse a job before its time, one without back-off, and an unknown one', () => {
    const { engine, jobKey } = backingOff();
    expect(rejectionOf(engine.job(JobIntent.RECUR_AFTER_BACKOFF, jobKey))).toBe(
      `INVALID_STATE: Expected the back-off of job with key '${jobKey}' to be over, but it is not`,
    );
    engine.advance(3_000);
    expect(rejectionOf(engine.job(JobIntent.RECUR_AFTER_BACKOFF, jobKey))).toBe(
      `INVALID_STATE: Expected to back off job with key '${jobKey}', but it is in state 'ACTIVATABLE'`,
    );
    engine.job(JobIntent.FAIL, jobKey, { retries: 0 });
    expect(rejectionOf(engine.job(JobIntent.RECUR_AFTER_BACKOFF, jobKey))).toMatch(/^INVALID_STATE: /);
    expect(rejectionOf(engine.job(JobIntent.RECUR_AFTER_BACKOFF, 7n as Key))).toMatch(/^NOT_FOUND: /);
  });
});
