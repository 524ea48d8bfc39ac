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

describe('JOB TIME_OUT', () => {
  it('should give the job to others when its deadline is reached, with the same retries', () => {
    // given
    const { engine, jobKey } = activated();
    expect(eventsOf(engine, () => engine.advance(9_999))).toEqual([]);

    // when
    const events = eventsOf(engine, () => engine.advance(1));

    // then
    expect(events).toEqual(['JOB TIMED_OUT']);
    expect(engine.effects.at(-1)).toEqual({ kind: 'jobsAvailable', jobType: 'task' });
    expect(engine.activate('task')).toMatchObject([{ jobKey, retries: 3 }]);
  });

  it('should refuse a job before its deadline, one that is not activated, and an unknown one', () => {
    const { engine, jobKey } = activated();
    expect(rejectionOf(engine.job(JobIntent.TIME_OUT, jobKey))).toBe(
      `INVALID_STATE: Expected to time out job with key '${jobKey}', but its deadline is not reached`,
    );
    engine.job(JobIntent.YIELD, jobKey);
    expect(rejectionOf(engine.job(JobIntent.TIME_OUT, jobKey))).toBe(
      `INVALID_STATE: Expected to time out job with key '${jobKey}', but it is in state 'ACTIVATABLE'`,
    );
    expect(rejectionOf(engine.job(JobIntent.TIME_OUT, 7n as Key))).toBe(
      "NOT_FOUND: Expected to time out job with key '7', but no such job was found",
    );
  });
});
