import {
  IncidentErrorType,
  IncidentIntent,
  JobIntent,
  MessageSubscriptionIntent,
  ProcessMessageSubscriptionIntent,
  TimerIntent,
  ValueType,
} from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import {
  boundaryEvent,
  bpmn,
  element,
  endEvent,
  error,
  errorEvent,
  flow,
  input,
  io,
  message,
  messageEvent,
  output,
  serviceTask,
  startEvent,
  subProcess,
  timerEvent,
} from '../../test/bpmn.ts';
import { startEngine } from '../../test/invariants.ts';

const definitions = message('m', 'news', '=id') + error('e', 'broken');

/** A service task `task` with boundary events, each of which leads to an end event of its own. */
function guarded(
  boundaries: Readonly<Record<string, readonly [body: string, interrupting?: boolean, io?: string]>>,
  task = serviceTask('task'),
): string {
  return bpmn(
    { definitions },
    startEvent(),
    flow('start', 'task'),
    task,
    flow('task', 'end'),
    endEvent(),
    ...Object.entries(boundaries).flatMap(([id, [body, interrupting = true, mappings]]) => [
      boundaryEvent(id, 'task', body, { interrupting, ...(mappings !== undefined && { io: mappings }) }),
      flow(id, `after_${id}`),
      endEvent(`after_${id}`),
    ]),
  );
}

const minute = timerEvent('timeDuration', 'PT1M');
const hour = timerEvent('timeDuration', 'PT1H');
const news = messageEvent('m');
const broken = errorEvent('e');

describe('interrupting boundary event', () => {
  it('should end its host by timer, then go on', () => {
    // given
    const engine = startEngine();
    engine.deploy(guarded({ late: [minute], told: [news] }));
    const key = engine.create('process', { id: 'a' });
    const from = engine.records.length;

    // when
    engine.advance(60_000);

    // then
    expect(engine.trace().slice(from)).toEqual([
      'C TIMER TRIGGER',
      'E TIMER TRIGGERED',
      'E PROCESS_EVENT TRIGGERING',
      "C PROCESS_INSTANCE TERMINATE_ELEMENT SERVICE_TASK 'task'",
      "E PROCESS_INSTANCE ELEMENT_TERMINATING SERVICE_TASK 'task'",
      'E JOB CANCELED',
      'E PROCESS_MESSAGE_SUBSCRIPTION DELETING',
      'C MESSAGE_SUBSCRIPTION DELETE',
      "E PROCESS_INSTANCE ELEMENT_TERMINATED SERVICE_TASK 'task'",
      'E PROCESS_EVENT TRIGGERED',
      "E PROCESS_INSTANCE ELEMENT_ACTIVATING BOUNDARY_EVENT 'late'",
      "E PROCESS_INSTANCE ELEMENT_ACTIVATED BOUNDARY_EVENT 'late'",
      "C PROCESS_INSTANCE COMPLETE_ELEMENT BOUNDARY_EVENT 'late'",
      'C PROCESS_MESSAGE_SUBSCRIPTION DELETE',
      'E MESSAGE_SUBSCRIPTION DELETED',
      "E PROCESS_INSTANCE ELEMENT_COMPLETING BOUNDARY_EVENT 'late'",
      "E PROCESS_INSTANCE ELEMENT_COMPLETED BOUNDARY_EVENT 'late'",
      "E PROCESS_INSTANCE SEQUENCE_FLOW_TAKEN SEQUENCE_FLOW 'late_after_late'",
      "C PROCESS_INSTANCE ACTIVATE_ELEMENT END_EVENT 'after_late'",
      'E PROCESS_MESSAGE_SUBSCRIPTION DELETED',
      "E PROCESS_INSTANCE ELEMENT_ACTIVATING END_EVENT 'after_late'",
      "E PROCESS_INSTANCE ELEMENT_ACTIVATED END_EVENT 'after_late'",
      "E PROCESS_INSTANCE ELEMENT_COMPLETING END_EVENT 'after_late'",
      "E PROCESS_INSTANCE ELEMENT_COMPLETED END_EVENT 'after_late'",
      "C PROCESS_INSTANCE COMPLETE_ELEMENT PROCESS 'process'",
      "E PROCESS_INSTANCE ELEMENT_COMPLETING PROCESS 'process'",
      "E PROCESS_INSTANCE ELEMENT_COMPLETED PROCESS 'process'",
    ]);
    const trigger = engine.events(ValueType.PROCESS_EVENT)[0]!;
    expect(trigger.value).toMatchObject({
      scopeKey: engine.keyOf('task'),
      targetElementId: 'late',
      processInstanceKey: key,
    });
  });

  it('should end its host by message and propagate the payload', () => {
    // given
    const engine = startEngine();
    engine.deploy(guarded({ told: [news], late: [hour] }));
    const key = engine.create('process', { id: 'a', known: 1 });

    // when
    engine.publish('news', 'a', { with: { known: 2, fresh: 3 } });

    // then
    expect(engine.completed(key)).toEqual(['start', 'told', 'after_told', 'process']);
    expect(engine.variables(key)).toEqual({ id: 'a', known: 2, fresh: 3 });
    expect(engine.variables(engine.keyOf('told'))).toEqual({});
    expect(engine.events(ValueType.TIMER, TimerIntent.CANCELED)).toHaveLength(1);
    expect(engine.events(ValueType.MESSAGE_SUBSCRIPTION, MessageSubscriptionIntent.DELETED)).toEqual([]);
  });

  it('should let only mapped outputs of a message leave', () => {
    // given
    const engine = startEngine();
    engine.deploy(guarded({ told: [news, true, io(output('=fresh', 'told'))] }));
    const key = engine.create('process', { id: 'a' });

    // when
    engine.publish('news', 'a', { with: { fresh: 3, more: 4 } });

    // then
    expect(engine.variables(key)).toEqual({ id: 'a', told: 3 });
    expect(engine.variables(engine.keyOf('told'))).toEqual({ fresh: 3, more: 4 });
  });

  it('should catch an error of its host and keep the error variables to itself', () => {
    // given
    const engine = startEngine();
    engine.deploy(guarded({ failed: [broken], late: [hour] }));
    const key = engine.create('process');
    const [job] = engine.activate('task');
    const from = engine.records.length;

    // when
    engine.job(JobIntent.THROW_ERROR, job!.jobKey, { errorCode: 'broken', variables: '{"why":"rust"}' });

    // then
    expect(engine.trace().slice(from, from + 11)).toEqual([
      'C JOB THROW_ERROR',
      'E JOB ERROR_THROWN',
      'E PROCESS_EVENT TRIGGERING',
      "C PROCESS_INSTANCE TERMINATE_ELEMENT SERVICE_TASK 'task'",
      "E PROCESS_INSTANCE ELEMENT_TERMINATING SERVICE_TASK 'task'",
      'E TIMER CANCELED',
      "E PROCESS_INSTANCE ELEMENT_TERMINATED SERVICE_TASK 'task'",
      'E PROCESS_EVENT TRIGGERED',
      "E PROCESS_INSTANCE ELEMENT_ACTIVATING BOUNDARY_EVENT 'failed'",
      "E PROCESS_INSTANCE ELEMENT_ACTIVATED BOUNDARY_EVENT 'failed'",
      'E PROCESS_EVENT TRIGGERING',
    ]);
    expect(engine.variables(engine.keyOf('failed'))).toEqual({ why: 'rust' });
    expect(engine.variables(key)).toEqual({});
    expect(engine.isCompleted(key)).toBe(true);
  });

  it('should let mapped error variables leave', () => {
    // given
    const engine = startEngine();
    engine.deploy(guarded({ failed: [broken, true, io(output('=why', 'reason'))] }));
    const key = engine.create('process');
    const [job] = engine.activate('task');

    // when
    engine.job(JobIntent.THROW_ERROR, job!.jobKey, { errorCode: 'broken', variables: '{"why":"rust"}' });

    // then
    expect(engine.variables(key)).toEqual({ reason: 'rust' });
  });

  it('should do nothing when its host is done first', () => {
    // given
    const engine = startEngine();
    engine.deploy(guarded({ late: [minute], told: [news] }));
    const key = engine.create('process', { id: 'a' });

    // when
    engine.completeJob('task');
    engine.advance(60_000);
    engine.publish('news', 'a');

    // then
    expect(engine.completed(key)).toEqual(['start', 'task', 'end', 'process']);
    expect(engine.events(ValueType.TIMER, TimerIntent.CANCELED)).toHaveLength(1);
    expect(engine.events(ValueType.MESSAGE_SUBSCRIPTION, MessageSubscriptionIntent.DELETED)).toHaveLength(1);
  });

  it('should let the first of several events win', () => {
    // given
    const engine = startEngine();
    engine.deploy(guarded({ first: [minute], second: [minute] }));
    const key = engine.create('process');

    // when
    engine.advance(60_000);

    // then
    expect(engine.completed(key)).toEqual(['start', 'first', 'after_first', 'process']);
  });

  it('should resolve the incident of its host', () => {
    // given
    const engine = startEngine();
    engine.deploy(guarded({ late: [minute] }));
    const key = engine.create('process');
    const [job] = engine.activate('task');
    engine.job(JobIntent.FAIL, job!.jobKey, { retries: 0 });

    // when
    engine.advance(60_000);

    // then
    expect(engine.incidents()).toEqual([]);
    expect(engine.isCompleted(key)).toBe(true);
  });

  it('should end a sub-process whose children have incidents, and count everything down', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      guarded(
        { late: [minute] },
        subProcess(
          'task',
          startEvent('inner'),
          flow('inner', 'failing'),
          flow('inner', 'unmapped'),
          flow('inner', 'deeper'),
          serviceTask('failing'),
          serviceTask('unmapped', { io: io(input('=assert(x, x != null)', 'y')) }),
          subProcess('deeper', startEvent('innermost'), flow('innermost', 'open'), serviceTask('open', { type: '=1' })),
        ),
      ),
    );
    const key = engine.create('process');
    const [job] = engine.activate('failing');
    engine.job(JobIntent.FAIL, job!.jobKey, { retries: 0 });
    const raised = engine.incidents().length;

    // when
    engine.advance(60_000);

    // then
    expect(raised).toBe(3);
    expect(engine.events(ValueType.INCIDENT, IncidentIntent.RESOLVED)).toHaveLength(3);
    expect(engine.completed(key)).toEqual(['start', 'inner', 'innermost', 'late', 'after_late', 'process']);
    expect(engine.living()).toEqual([]);
  });

  it('should stop at a failing output mapping and go on once the payload is mended', () => {
    // given
    const engine = startEngine();
    engine.deploy(guarded({ told: [news, true, io(output('=assert(x, x > 0)', 'y'))] }));
    const key = engine.create('process', { id: 'a' });
    engine.publish('news', 'a', { with: { x: -1 } });
    const [incident] = engine.incidents();

    // when
    engine.setVariables(engine.keyOf('told'), { x: 1 }, true);
    engine.resolve(incident!.key);

    // then
    expect(incident?.value).toMatchObject({ errorType: IncidentErrorType.IO_MAPPING_ERROR, elementId: 'told' });
    expect(engine.variables(key)).toEqual({ id: 'a', y: 1 });
    expect(engine.isCompleted(key)).toBe(true);
  });
});

describe('non-interrupting boundary event', () => {
  it('should start beside its host, by message, each time with its own key', () => {
    // given
    const engine = startEngine();
    engine.deploy(guarded({ told: [news, false] }));
    const key = engine.create('process', { id: 'a' });
    const from = engine.records.length;

    // when
    engine.publish('news', 'a', { with: { n: 1 } });
    const trace = engine.trace().slice(from);
    const first = engine.keyOf('told');
    engine.publish('news', 'a', { with: { n: 2 } });
    const second = engine.keyOf('told');

    // then
    expect(trace).toEqual([
      'C MESSAGE PUBLISH',
      'E MESSAGE PUBLISHED',
      'E MESSAGE_SUBSCRIPTION CORRELATING',
      'C PROCESS_MESSAGE_SUBSCRIPTION CORRELATE',
      'E MESSAGE EXPIRED',
      'E PROCESS_MESSAGE_SUBSCRIPTION CORRELATED',
      'C MESSAGE_SUBSCRIPTION CORRELATE',
      'E PROCESS_EVENT TRIGGERING',
      'E PROCESS_EVENT TRIGGERED',
      "E PROCESS_INSTANCE ELEMENT_ACTIVATING BOUNDARY_EVENT 'told'",
      "E PROCESS_INSTANCE ELEMENT_ACTIVATED BOUNDARY_EVENT 'told'",
      'E PROCESS_EVENT TRIGGERING',
      "C PROCESS_INSTANCE COMPLETE_ELEMENT BOUNDARY_EVENT 'told'",
      'E MESSAGE_SUBSCRIPTION CORRELATED',
      "E PROCESS_INSTANCE ELEMENT_COMPLETING BOUNDARY_EVENT 'told'",
      'E VARIABLE CREATED',
      'E PROCESS_EVENT TRIGGERED',
      "E PROCESS_INSTANCE ELEMENT_COMPLETED BOUNDARY_EVENT 'told'",
      "E PROCESS_INSTANCE SEQUENCE_FLOW_TAKEN SEQUENCE_FLOW 'told_after_told'",
      "C PROCESS_INSTANCE ACTIVATE_ELEMENT END_EVENT 'after_told'",
      "E PROCESS_INSTANCE ELEMENT_ACTIVATING END_EVENT 'after_told'",
      "E PROCESS_INSTANCE ELEMENT_ACTIVATED END_EVENT 'after_told'",
      "E PROCESS_INSTANCE ELEMENT_COMPLETING END_EVENT 'after_told'",
      "E PROCESS_INSTANCE ELEMENT_COMPLETED END_EVENT 'after_told'",
    ]);
    expect(second).not.toBe(first);
    expect(engine.living()).toEqual(['process', 'task']);
    expect(engine.variables(key)).toEqual({ id: 'a', n: 2 });
    engine.completeJob('task');
    expect(engine.isCompleted(key)).toBe(true);
    expect(
      engine.events(ValueType.PROCESS_MESSAGE_SUBSCRIPTION, ProcessMessageSubscriptionIntent.DELETED),
    ).toHaveLength(1);
  });

  it('should fire by a duration once', () => {
    // given
    const engine = startEngine();
    engine.deploy(guarded({ late: [minute, false] }));
    const key = engine.create('process');

    // when
    engine.advance(600_000);
    engine.completeJob('task');

    // then
    expect(engine.completed(key)).toEqual(['start', 'late', 'after_late', 'task', 'end', 'process']);
  });

  it('should fire by a cycle exactly as often as it says, without drift', () => {
    // given
    const engine = startEngine();
    engine.deploy(guarded({ tick: [timerEvent('timeCycle', 'R3/PT1S'), false] }));
    const key = engine.create('process');
    const startMs = engine.nowMs;

    // when
    engine.advance(10_000);

    // then
    const timers = engine.events(ValueType.TIMER, TimerIntent.CREATED);
    expect(timers.map(({ value }) => [value.dueDate - startMs, value.repetitions])).toEqual([
      [1_000, 3],
      [2_000, 2],
      [3_000, 1],
    ]);
    expect(engine.completed(key).filter((id) => id === 'tick')).toHaveLength(3);
    engine.completeJob('task');
    expect(engine.isCompleted(key)).toBe(true);
  });

  it('should not drift when it is triggered late, and stop when its host is left', () => {
    // given
    const engine = startEngine();
    engine.deploy(guarded({ tick: [timerEvent('timeCycle', 'R/PT10S'), false] }));
    const key = engine.create('process');
    const startMs = engine.nowMs;

    // when
    engine.nowMs = startMs + 13_000;
    engine.advance(0);
    engine.completeJob('task');
    engine.advance(60_000);

    // then
    expect(engine.events(ValueType.TIMER, TimerIntent.CREATED).map(({ value }) => value.dueDate - startMs)).toEqual([
      10_000, 20_000,
    ]);
    expect(engine.events(ValueType.TIMER, TimerIntent.TRIGGERED)).toHaveLength(1);
    expect(engine.events(ValueType.TIMER, TimerIntent.CANCELED)).toHaveLength(1);
    expect(engine.isCompleted(key)).toBe(true);
  });

  it('should stop a cycle that cannot be armed again with an incident that goes with its host', () => {
    // given
    const engine = startEngine();
    engine.deploy(guarded({ tick: [timerEvent('timeCycle', '=cycle'), false] }));
    const key = engine.create('process', { cycle: 'R/PT10S' });
    engine.setVariables(key, { cycle: 'whenever' });

    // when
    engine.advance(10_000);

    // then
    expect(engine.incidents()[0]?.value).toMatchObject({
      errorType: IncidentErrorType.EXTRACT_VALUE_ERROR,
      elementId: 'task',
    });
    expect(engine.completed(key)).toContain('tick');
    engine.completeJob('task');
    expect(engine.isCompleted(key)).toBe(true);
    expect(engine.incidents()).toEqual([]);
  });
});

describe('boundary event', () => {
  it('should evaluate its correlation key outside its host, where the inputs of the host are not seen', () => {
    // given
    const engine = startEngine();
    engine.deploy(guarded({ told: [news] }, serviceTask('task', { io: io(input('="inner"', 'id')) })));
    const key = engine.create('process', { id: 'outer' });

    // when
    engine.publish('news', 'inner');
    const before = engine.isCompleted(key);
    engine.publish('news', 'outer');

    // then
    expect([before, engine.isCompleted(key)]).toEqual([false, true]);
  });

  it('should name the outer scope when the correlation key fails, and open everything once when mended', () => {
    // given
    const engine = startEngine();
    engine.deploy(guarded({ late: [minute], told: [news] }));
    const key = engine.create('process');
    const [incident] = engine.incidents();

    // when
    engine.setVariables(key, { id: 'a' });
    engine.resolve(incident!.key);

    // then
    expect(incident?.value).toMatchObject({
      errorType: IncidentErrorType.EXTRACT_VALUE_ERROR,
      elementId: 'task',
      variableScopeKey: key,
    });
    expect(engine.events(ValueType.TIMER, TimerIntent.CREATED)).toHaveLength(1);
    expect(engine.events(ValueType.JOB, JobIntent.CREATED)).toHaveLength(1);
    expect(
      engine.events(ValueType.PROCESS_MESSAGE_SUBSCRIPTION, ProcessMessageSubscriptionIntent.CREATED),
    ).toHaveLength(1);
    engine.advance(60_000);
    expect(engine.isCompleted(key)).toBe(true);
  });

  it('should evaluate its timer in its host, where the inputs are seen', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      guarded(
        { late: [timerEvent('timeDuration', '=patience')] },
        serviceTask('task', { io: io(input('="PT5S"', 'patience')) }),
      ),
    );
    const key = engine.create('process');

    // when
    engine.advance(5_000);

    // then
    expect(engine.completed(key)).toContain('late');
  });

  it('should stop its host when its duration has the wrong type, and open all subscriptions once when mended', () => {
    // given
    const engine = startEngine();
    engine.deploy(guarded({ told: [news], late: [timerEvent('timeDuration', '=patience')] }));
    const key = engine.create('process', { id: 'a', patience: true });
    const [incident] = engine.incidents();

    // when
    engine.setVariables(key, { patience: 'PT5S' });
    engine.resolve(incident!.key);

    // then
    expect(incident?.value).toMatchObject({ errorType: IncidentErrorType.EXTRACT_VALUE_ERROR, elementId: 'task' });
    expect(engine.events(ValueType.MESSAGE_SUBSCRIPTION, MessageSubscriptionIntent.CREATED)).toHaveLength(1);
    expect(engine.events(ValueType.TIMER, TimerIntent.CREATED)).toHaveLength(1);
    engine.advance(5_000);
    expect(engine.completed(key)).toContain('late');
  });

  it('should have no effect on tasks that never wait', () => {
    // given
    const engine = startEngine();
    engine.deploy(guarded({ late: [minute] }, element('manualTask', 'task')));

    // when
    const key = engine.create('process');

    // then
    expect(engine.events(ValueType.TIMER)).toEqual([]);
    expect(engine.isCompleted(key)).toBe(true);
  });
});
