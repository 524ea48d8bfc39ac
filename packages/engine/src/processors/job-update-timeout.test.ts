import { JobIntent, type Key } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import { bpmn, endEvent, flow, serviceTask, startEvent } from '../../test/bpmn.ts';
import { startEngine } from '../../test/invariants.ts';
import { eventsOf, rejectionOf } from '../../test/outcome.ts';

function activated() {
  const engine = startEngine();
  engine.deploy(
    bpmn({ id: 'p' }, startEvent(), serviceTask('task'), endEvent(), flow('start', 'task'), flow('task', 'end')),
  );
  engine.create('p');
  return { engine, jobKey: engine.activate('task', 1, { timeoutMs: 10_000 })[0]!.jobKey };
}

describe('JOB UPDATE_TIMEOUT', () => {
  it('should count the new time-out from now', () => {
    // given
    const { engine, jobKey } = activated();
    engine.advance(9_000);

    // when
    const answer = engine.job(JobIntent.UPDATE_TIMEOUT, jobKey, { timeout: 5_000 });

    // then
    expect(answer?.record).toMatchObject({
      intent: JobIntent.TIMEOUT_UPDATED,
      key: jobKey,
      value: { deadline: engine.nowMs + 5_000 },
    });
    expect(eventsOf(engine, () => engine.advance(4_999))).toEqual([]);
    expect(eventsOf(engine, () => engine.advance(1))).toEqual(['JOB TIMED_OUT']);
  });

  it('should refuse a job that is not activated', () => {
    // given
    const { engine, jobKey } = activated();
    engine.advance(10_000);

    // then
    expect(rejectionOf(engine.job(JobIntent.UPDATE_TIMEOUT, jobKey, { timeout: 1 }))).toBe(
      `INVALID_STATE: Expected to update the timeout of job with key '${jobKey}', but it is not active`,
    );
  });

  it('should refuse an unknown job', () => {
    const { engine } = activated();
    expect(rejectionOf(engine.job(JobIntent.UPDATE_TIMEOUT, 7n as Key, { timeout: 1 }))).toBe(
      "NOT_FOUND: Expected to update job with key '7', but no such job was found",
    );
  });
});
