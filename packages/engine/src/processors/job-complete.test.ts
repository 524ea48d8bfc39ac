import { JobIntent, type Key, ValueType } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import { bpmn, endEvent, flow, serviceTask, startEvent } from '../../test/bpmn.ts';
import { startEngine } from '../../test/invariants.ts';
import { answersOf, eventsOf, rejectionOf } from '../../test/outcome.ts';
import type { TestEngine } from '../../test/test-engine.ts';

const oneTask = bpmn(
  { id: 'p' },
  startEvent(),
  serviceTask('task'),
  endEvent(),
  flow('start', 'task'),
  flow('task', 'end'),
);

/** An instance that waits for its job. */
function waiting(): { engine: TestEngine; instance: Key; jobKey: Key } {
  const engine = startEngine();
  engine.deploy(oneTask);
  const instance = engine.create('p');
  return { engine, instance, jobKey: engine.events(ValueType.JOB, JobIntent.CREATED)[0]!.key };
}

describe('JOB COMPLETE', () => {
  it('should complete the job, hand its variables over and let the element go on', () => {
    // given
    const { engine, instance, jobKey } = waiting();
    engine.activate('task');

    // when
    const events = eventsOf(engine, () =>
      engine.job(JobIntent.COMPLETE, jobKey, { variables: '{"sum":12345678901234567890}' }),
    );

    // then
    expect(events).toEqual([
      'JOB COMPLETED',
      'PROCESS_EVENT TRIGGERING',
      "PROCESS_INSTANCE ELEMENT_COMPLETING SERVICE_TASK 'task'",
      'VARIABLE CREATED',
      'PROCESS_EVENT TRIGGERED',
      "PROCESS_INSTANCE ELEMENT_COMPLETED SERVICE_TASK 'task'",
      "PROCESS_INSTANCE SEQUENCE_FLOW_TAKEN SEQUENCE_FLOW 'task_end'",
      "PROCESS_INSTANCE ELEMENT_ACTIVATING END_EVENT 'end'",
      "PROCESS_INSTANCE ELEMENT_ACTIVATED END_EVENT 'end'",
      "PROCESS_INSTANCE ELEMENT_COMPLETING END_EVENT 'end'",
      "PROCESS_INSTANCE ELEMENT_COMPLETED END_EVENT 'end'",
      "PROCESS_INSTANCE ELEMENT_COMPLETING PROCESS 'p'",
      "PROCESS_INSTANCE ELEMENT_COMPLETED PROCESS 'p'",
    ]);
    const [variable] = engine.events(ValueType.VARIABLE);
    expect(variable?.value).toMatchObject({ name: 'sum', value: '12345678901234567890', scopeKey: instance });
  });

  it('should answer with the completed job', () => {
    // given
    const { engine, jobKey } = waiting();
    engine.activate('task', 1);

    // when
    const answers = answersOf(engine, () => engine.job(JobIntent.COMPLETE, jobKey, { variables: '{"a":1}' }));

    // then
    expect(answers).toHaveLength(1);
    expect(answers[0]).toMatchObject({
      valueType: ValueType.JOB,
      intent: JobIntent.COMPLETED,
      key: jobKey,
      value: { type: 'task', worker: 'test', variables: '{"a":1}' },
    });
  });

  it('should accept a job that nobody activated', () => {
    // given
    const { engine, instance, jobKey } = waiting();

    // when
    engine.job(JobIntent.COMPLETE, jobKey);

    // then
    expect(engine.isCompleted(instance)).toBe(true);
    expect(engine.activate('task')).toEqual([]);
  });

  it('should accept a late completion after the time-out, and then no other', () => {
    // given
    const { engine, instance, jobKey } = waiting();
    engine.activate('task', 1, { timeoutMs: 1_000 });
    engine.advance(1_000);
    engine.activate('task', 1);

    // when
    const first = engine.job(JobIntent.COMPLETE, jobKey);
    const second = engine.job(JobIntent.COMPLETE, jobKey);

    // then
    expect(first?.record.intent).toBe(JobIntent.COMPLETED);
    expect(engine.isCompleted(instance)).toBe(true);
    expect(rejectionOf(second)).toBe(
      `NOT_FOUND: Expected to complete job with key '${jobKey}', but no such job was found`,
    );
  });

  it('should refuse a job that failed', () => {
    // given
    const { engine, jobKey } = waiting();
    engine.job(JobIntent.FAIL, jobKey, { retries: 0 });

    // when
    const answer = engine.job(JobIntent.COMPLETE, jobKey);

    // then
    expect(rejectionOf(answer)).toBe(
      `INVALID_STATE: Expected to complete job with key '${jobKey}', but it is in state 'FAILED'`,
    );
  });

  it('should refuse a job that threw an error', () => {
    // given
    const { engine, jobKey } = waiting();
    engine.job(JobIntent.THROW_ERROR, jobKey, { errorCode: 'E' });

    // then
    expect(rejectionOf(engine.job(JobIntent.COMPLETE, jobKey))).toBe(
      `INVALID_STATE: Expected to complete job with key '${jobKey}', but it is in state 'ERROR_THROWN'`,
    );
  });

  it.each([
    ['[1]', 'Expected a JSON object at offset 0'],
    ['{"a":}', 'Expected a value at offset 5'],
  ])('should refuse the variables %s and change nothing', (variables, problem) => {
    // given
    const { engine, jobKey } = waiting();
    const before = engine.dump();

    // when
    const answer = engine.job(JobIntent.COMPLETE, jobKey, { variables });

    // then
    expect(rejectionOf(answer)).toBe(
      `INVALID_ARGUMENT: Expected variables to be a JSON object, but it is not: ${problem}`,
    );
    expect(engine.dump()).toEqual(before);
  });

  it('should be refused after the instance was canceled', () => {
    // given
    const { engine, instance, jobKey } = waiting();
    engine.activate('task');

    // when
    const events = eventsOf(engine, () => engine.cancel(instance));

    // then
    expect(events).toContain('JOB CANCELED');
    expect(rejectionOf(engine.job(JobIntent.COMPLETE, jobKey))).toMatch(/^NOT_FOUND: /);
  });

  it('should win or lose against a cancellation, never both', () => {
    // given a cancellation whose steps wait for later batches
    const engine = startEngine({ limits: { followUpCommandsMax: 0 } });
    engine.deploy(oneTask);
    const instance = engine.create('p');
    const jobKey = engine.events(ValueType.JOB, JobIntent.CREATED)[0]!.key;

    // when the job completes in between
    const cancel = engine.submit(ValueType.PROCESS_INSTANCE, 0, cancelValue(engine, instance), instance);
    engine.flush();
    const complete = engine.submit(ValueType.JOB, JobIntent.COMPLETE, completeValue(engine, jobKey), jobKey);
    engine.settle();

    // then
    expect(engine.isTerminated(instance)).toBe(true);
    expect(engine.isCompleted(instance)).toBe(false);
    expect(engine.answerTo(cancel)).toBeDefined();
    expect(engine.answerTo(complete)).toBeDefined();
    expect(engine.living()).toEqual([]);
  });
});

const cancelValue = (engine: TestEngine, key: Key) =>
  engine.events(ValueType.PROCESS_INSTANCE).find((record) => record.key === key)!.value;
const completeValue = (engine: TestEngine, key: Key) =>
  engine.events(ValueType.JOB).find((record) => record.key === key)!.value;
