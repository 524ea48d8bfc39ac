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

const both = ['retries', 'timeout'];

describe('JOB UPDATE', () => {
  it('should change retries and timeout together', () => {
    // given
    const { engine, jobKey } = activated();

    // when
    const events = eventsOf(engine, () =>
      engine.job(JobIntent.UPDATE, jobKey, { changedAttributes: both, retries: 8, timeout: 50_000 }),
    );

    // then
    expect(events).toEqual(['JOB RETRIES_UPDATED', 'JOB TIMEOUT_UPDATED', 'JOB UPDATED']);
    expect(engine.effects.at(-1)).toMatchObject({
      kind: 'response',
      record: {
        intent: JobIntent.UPDATED,
        value: { retries: 8, deadline: engine.nowMs + 50_000, changedAttributes: both },
      },
    });
    engine.advance(49_999);
    expect(engine.activate('task')).toEqual([]);
    engine.advance(1);
    expect(engine.activate('task')).toMatchObject([{ retries: 8 }]);
  });

  it('should change one and leave the other', () => {
    const { engine, jobKey } = activated();
    expect(
      eventsOf(engine, () => engine.job(JobIntent.UPDATE, jobKey, { changedAttributes: ['retries'], retries: 8 })),
    ).toEqual(['JOB RETRIES_UPDATED', 'JOB UPDATED']);
    expect(
      eventsOf(engine, () => engine.job(JobIntent.UPDATE, jobKey, { changedAttributes: ['timeout'], timeout: 1 })),
    ).toEqual(['JOB TIMEOUT_UPDATED', 'JOB UPDATED']);
  });

  it('should change nothing when a part is refused', () => {
    // given
    const { engine, jobKey } = activated();
    engine.advance(10_000);
    const before = engine.dump();

    // then
    expect(rejectionOf(engine.job(JobIntent.UPDATE, jobKey, { changedAttributes: both, retries: 8, timeout: 5 }))).toBe(
      `INVALID_STATE: Expected to update the timeout of job with key '${jobKey}', but it is not active`,
    );
    expect(engine.dump()).toEqual(before);
  });

  it('should refuse nothing to change, too few retries and an unknown job', () => {
    const { engine, jobKey } = activated();
    expect(rejectionOf(engine.job(JobIntent.UPDATE, jobKey, { changedAttributes: [] }))).toBe(
      `INVALID_ARGUMENT: Expected to update job with key '${jobKey}' with a new value for 'retries', 'timeout' or 'priority', but none is given`,
    );
    expect(rejectionOf(engine.job(JobIntent.UPDATE, jobKey, { changedAttributes: both, retries: 0, timeout: 5 }))).toBe(
      `INVALID_ARGUMENT: Expected to update job with key '${jobKey}' with a positive amount of retries, but the amount given was '0'`,
    );
    expect(rejectionOf(engine.job(JobIntent.UPDATE, 7n as Key, { changedAttributes: both }))).toBe(
      "NOT_FOUND: Expected to update job with key '7', but no such job was found",
    );
  });
});
