import { IncidentErrorType, JobIntent, type Key, ValueType } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import { bpmn, endEvent, flow, serviceTask, startEvent } from '../../test/bpmn.ts';
import { startEngine } from '../../test/invariants.ts';
import { eventsOf, rejectionOf } from '../../test/outcome.ts';
import type { TestEngine } from '../../test/test-engine.ts';

function waiting(): { engine: TestEngine; instance: Key; jobKey: Key } {
  const engine = startEngine();
  engine.deploy(
    bpmn({ id: 'p' }, startEvent(), serviceTask('task'), endEvent(), flow('start', 'task'), flow('task', 'end')),
  );
  const instance = engine.create('p');
  return { engine, instance, jobKey: engine.activate('task')[0]!.jobKey };
}

describe('JOB FAIL', () => {
  it('should give the job to others at once when retries are left', () => {
    // given
    const { engine, jobKey } = waiting();

    // when
    const answer = engine.job(JobIntent.FAIL, jobKey, { retries: 2, errorMessage: 'no paper' });

    // then
    expect(answer?.record).toMatchObject({
      intent: JobIntent.FAILED,
      key: jobKey,
      value: { retries: 2, errorMessage: 'no paper', recurringTime: -1 },
    });
    expect(engine.effects.at(-1)).toEqual({ kind: 'jobsAvailable', jobType: 'task' });
    expect(engine.activate('task')).toMatchObject([{ jobKey, retries: 2 }]);
    expect(engine.incidents()).toEqual([]);
  });

  it('should hold the job back until the back-off is over', () => {
    // given
    const { engine, jobKey } = waiting();
    const { nowMs } = engine;

    // when
    const answer = engine.job(JobIntent.FAIL, jobKey, { retries: 1, retryBackoff: 5_000 });

    // then
    expect(answer?.record.value).toMatchObject({ retryBackoff: 5_000, recurringTime: nowMs + 5_000 });
    engine.advance(4_999);
    expect(engine.activate('task')).toEqual([]);
    expect(eventsOf(engine, () => engine.advance(1))).toEqual(['JOB RECURRED_AFTER_BACKOFF']);
    expect(engine.activate('task')).toMatchObject([{ jobKey, retries: 1 }]);
  });

  it('should stop with an incident when no retries are left, and go on when more are given and it is resolved', () => {
    // given
    const { engine, instance, jobKey } = waiting();

    // when
    engine.job(JobIntent.FAIL, jobKey, { retries: 0, errorMessage: 'no paper', retryBackoff: 100 });

    // then
    const [incident] = engine.incidents();
    const taskKey = engine.keyOf('task');
    expect(incident?.value).toMatchObject({
      errorType: IncidentErrorType.JOB_NO_RETRIES,
      errorMessage: 'no paper',
      jobKey,
      elementId: 'task',
      elementInstanceKey: taskKey,
      variableScopeKey: taskKey,
      processInstanceKey: instance,
    });
    engine.advance(1_000);
    expect(engine.activate('task')).toEqual([]);
    expect(rejectionOf(engine.resolve(incident!.key))).toBe(
      `INVALID_STATE: Expected to resolve incident with key '${incident!.key}', but job with key '${jobKey}' has no retries left. Please update the job retries and retry resolving the incident`,
    );

    // when
    engine.job(JobIntent.UPDATE_RETRIES, jobKey, { retries: 1 });
    expect(engine.activate('task')).toEqual([]);
    engine.resolve(incident!.key);

    // then
    expect(engine.incidents()).toEqual([]);
    engine.completeJob('task');
    expect(engine.isCompleted(instance)).toBe(true);
  });

  it('should keep negative retries as given, which are none, and say so when no message is given', () => {
    // given
    const { engine, jobKey } = waiting();

    // when
    const answer = engine.job(JobIntent.FAIL, jobKey, { retries: -3 });

    // then
    expect(answer?.record.value).toMatchObject({ retries: -3 });
    expect(engine.incidents()[0]?.value.errorMessage).toBe('No more retries left.');
  });

  it('should keep its variables in the task', () => {
    // given
    const { engine, instance, jobKey } = waiting();

    // when
    engine.job(JobIntent.FAIL, jobKey, { retries: 1, variables: '{"tried":"here"}' });

    // then
    expect(engine.variables(engine.keyOf('task'))).toEqual({ tried: 'here' });
    engine.completeJob('task');
    expect(engine.variables(instance)).toEqual({});
  });

  it('should cut a message that is too long', () => {
    // given
    const { engine, jobKey } = waiting();

    // when
    const answer = engine.job(JobIntent.FAIL, jobKey, { retries: 0, errorMessage: 'x'.repeat(10_001) });

    // then
    expect(answer?.record.value).toMatchObject({ errorMessage: `${'x'.repeat(10_000)}...` });
    expect(engine.incidents()[0]?.value.errorMessage).toHaveLength(10_003);
  });

  it('should accept a job that nobody activated', () => {
    // given
    const { engine, jobKey } = waiting();
    engine.job(JobIntent.YIELD, jobKey);

    // then
    expect(engine.job(JobIntent.FAIL, jobKey, { retries: 1 })?.record.intent).toBe(JobIntent.FAILED);
  });

  it('should refuse an unknown job, one that failed, and variables that are no object', () => {
    // given
    const { engine, jobKey } = waiting();

    // then
    expect(rejectionOf(engine.job(JobIntent.FAIL, 7n as Key))).toBe(
      "NOT_FOUND: Expected to fail job with key '7', but no such job was found",
    );
    expect(rejectionOf(engine.job(JobIntent.FAIL, jobKey, { variables: 'null' }))).toMatch(/^INVALID_ARGUMENT: /);
    engine.job(JobIntent.FAIL, jobKey, { retries: 1, retryBackoff: 1_000 });
    expect(rejectionOf(engine.job(JobIntent.FAIL, jobKey, { retries: 1 }))).toBe(
      `INVALID_STATE: Expected to fail job with key '${jobKey}', but it is in state 'FAILED'`,
    );
    expect(engine.events(ValueType.JOB, JobIntent.FAILED)).toHaveLength(1);
  });
});
