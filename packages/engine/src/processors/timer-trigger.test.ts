import { IncidentErrorType, type Key, NO_KEY, TimerIntent, type TimerValue, ValueType } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import {
  boundaryEvent,
  bpmn,
  catchEvent,
  endEvent,
  flow,
  input,
  io,
  serviceTask,
  startEvent,
  timerEvent,
} from '../../test/bpmn.ts';
import { startEngine } from '../../test/invariants.ts';
import { eventsOf, rejectionOf } from '../../test/outcome.ts';
import type { TestEngine } from '../../test/test-engine.ts';

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;

type TimerKind = Parameters<typeof timerEvent>[0];

function catching(kind: TimerKind, text: string, variables: object = {}) {
  const engine = startEngine();
  engine.deploy(
    bpmn(
      { id: 'p' },
      startEvent(),
      catchEvent('wait', timerEvent(kind, text)),
      endEvent(),
      flow('start', 'wait'),
      flow('wait', 'end'),
    ),
  );
  return { engine, instance: engine.create('p', variables) };
}

/** A task with a timer on its boundary. */
function bounded(kind: TimerKind, text: string, interrupting: boolean, variables: object = {}) {
  const engine = startEngine();
  engine.deploy(
    bpmn(
      { id: 'p' },
      startEvent(),
      serviceTask('task', { io: io(input('="PT1S"', 'local')) }),
      endEvent(),
      flow('start', 'task'),
      flow('task', 'end'),
      boundaryEvent('timer', 'task', timerEvent(kind, text), { interrupting }),
      endEvent('timerEnd'),
      flow('timer', 'timerEnd'),
    ),
  );
  return { engine, instance: engine.create('p', variables) };
}

function starting(kind: TimerKind, text: string, engine = startEngine(), name = 'p.bpmn') {
  engine.deploy({
    name,
    xml: bpmn({ id: 'p' }, startEvent('start', timerEvent(kind, text)), endEvent(), flow('start', 'end')),
  });
  return engine;
}

const firings = (engine: TestEngine) => engine.events(ValueType.TIMER, TimerIntent.TRIGGERED).length;
const dueDates = (engine: TestEngine) =>
  engine.events(ValueType.TIMER, TimerIntent.CREATED).map(({ value }) => value.dueDate);

describe('TIMER TRIGGER', () => {
  it('should fire when the duration is over, not before', () => {
    // given
    const { engine, instance } = catching('timeDuration', 'PT10S');
    expect(engine.events(ValueType.TIMER)[0]?.value).toMatchObject({
      elementInstanceKey: engine.keyOf('wait'),
      processInstanceKey: instance,
      targetElementId: 'wait',
      dueDate: engine.nowMs + 10 * SECOND,
      repetitions: 1,
    });

    // then
    expect(eventsOf(engine, () => engine.advance(9_999))).toEqual([]);
    expect(eventsOf(engine, () => engine.advance(1)).slice(0, 3)).toEqual([
      'TIMER TRIGGERED',
      'PROCESS_EVENT TRIGGERING',
      "PROCESS_INSTANCE ELEMENT_COMPLETING INTERMEDIATE_CATCH_EVENT 'wait'",
    ]);
    expect(engine.isCompleted(instance)).toBe(true);
  });

  it.each(['-PT10S', 'PT0S'])('should fire at once with the duration %s', (text) => {
    const { engine, instance } = catching('timeDuration', text);
    engine.advance(0);
    expect(engine.isCompleted(instance)).toBe(true);
  });

  it.each([
    ['timeDuration', '=duration("PT1M")', 60 * SECOND],
    ['timeDuration', '="PT" + "2S"', 2 * SECOND],
    // From 15 January: one month has 31 days.
    ['timeDuration', 'P1M', 31 * 24 * HOUR],
    ['timeDuration', 'P1W', 7 * 24 * HOUR],
    ['timeDate', '2030-01-15T13:00:00Z', HOUR],
    ['timeDate', '2030-01-15T15:00:00+02:00', HOUR],
    ['timeDate', '2030-01-15T08:00:00-05:00[America/New_York]', HOUR],
    ['timeDate', '=date and time("2030-01-15T13:00:00Z")', HOUR],
    ['timeDate', '=now() + duration("PT3S")', 3 * SECOND],
  ] as const)('should understand the %s %s', (kind, text, afterMs) => {
    const { engine } = catching(kind, text);
    expect(dueDates(engine)).toEqual([engine.nowMs + afterMs]);
  });

  it('should fire at once when the date is past', () => {
    const { engine, instance } = catching('timeDate', '2001-01-01T00:00:00Z');
    engine.advance(0);
    expect(engine.isCompleted(instance)).toBe(true);
  });

  it('should stop with an incident when there is no valid time, and open everything once when it is mended', () => {
    // given
    const { engine, instance } = bounded('timeDuration', '=wait', true, { wait: true });
    const [incident] = engine.incidents();
    expect(incident?.value).toMatchObject({ errorType: IncidentErrorType.EXTRACT_VALUE_ERROR, elementId: 'task' });
    expect(incident?.value.errorMessage).toContain("Expected result of the expression 'wait' to be one of");
    expect(engine.events(ValueType.TIMER)).toEqual([]);

    // when
    engine.setVariables(instance, { wait: 'not a time' });
    engine.resolve(incident!.key);
    const [second] = engine.incidents();
    expect(second?.value.errorMessage).toContain("Invalid duration format 'not a time'");
    engine.setVariables(instance, { wait: 'PT1S' });
    engine.resolve(second!.key);

    // then
    expect(dueDates(engine)).toEqual([engine.nowMs + SECOND]);
    expect(engine.activate('task')).toHaveLength(1);
  });

  it('should interrupt its activity', () => {
    const { engine, instance } = bounded('timeDuration', '=local', true);
    engine.advance(SECOND);
    expect(engine.completed(instance)).toEqual(['start', 'timer', 'timerEnd', 'p']);
    expect(engine.path(instance)).toContain('task TERMINATED');
  });

  it('should fire as often as its cycle says, without drifting', () => {
    // given
    const { engine } = bounded('timeCycle', 'R3/PT1S', false);
    const start = engine.nowMs;

    // when the second firing is served late
    engine.advance(SECOND);
    engine.nowMs += 1_400;
    engine.advance(60 * SECOND);

    // then
    expect(firings(engine)).toBe(3);
    expect(dueDates(engine).map((due) => due - start)).toEqual([SECOND, 2 * SECOND, 3 * SECOND]);
    expect(engine.completed().filter((id) => id === 'timer')).toHaveLength(3);
  });

  it('should be canceled when the activity is left', () => {
    const { engine } = bounded('timeCycle', 'R3/PT1S', false);
    engine.advance(SECOND);
    expect(eventsOf(engine, () => engine.completeJob('task'))).toContain('TIMER CANCELED');
    engine.advance(60 * SECOND);
    expect(firings(engine)).toBe(1);
  });

  it('should fire once for a gap in which nobody served it, and then an interval later', () => {
    // given
    const { engine } = bounded('timeCycle', 'R/PT10S', false);

    // when nothing runs for five intervals
    engine.nowMs += 55 * SECOND;
    engine.advance(0);

    // then
    expect(firings(engine)).toBe(1);
    expect(dueDates(engine).at(-1)).toBe(engine.nowMs + 10 * SECOND);
  });

  it('should fire once for a cycle of none', () => {
    const { engine } = bounded('timeCycle', '="R0/PT1S"', false);
    engine.advance(60 * SECOND);
    expect(firings(engine)).toBe(1);
  });

  it.each(['="R/PT0S"', '="R3/-PT1S"'])('should refuse the cycle %s, which would never let go', (text) => {
    const { engine } = bounded('timeCycle', text, false);
    expect(engine.incidents()[0]?.value.errorMessage).toContain('the interval of a cycle must be longer than nothing');
  });

  it('should understand cycles with a start, of FEEL and of cron', () => {
    const later = bounded('timeCycle', 'R2/2030-01-15T12:00:05Z/PT10S', false).engine;
    later.advance(60 * SECOND);
    expect(dueDates(later).map((due) => due - (later.nowMs - 60 * SECOND))).toEqual([5 * SECOND, 15 * SECOND]);
    const feel = bounded('timeCycle', '=cycle(2, duration("PT1S"))', false).engine;
    feel.advance(60 * SECOND);
    expect(firings(feel)).toBe(2);
    const cron = bounded('timeCycle', '0 0 * * * *', false).engine;
    cron.advance(2 * HOUR);
    expect(firings(cron)).toBe(2);
  });

  it('should raise an incident when a cycle can not be armed again', () => {
    // given
    const { engine, instance } = bounded('timeCycle', '=interval', false, { interval: 'R/PT1S' });
    engine.setVariables(instance, { interval: 5 });

    // when
    engine.advance(SECOND);

    // then
    expect(firings(engine)).toBe(1);
    expect(engine.incidents()[0]?.value).toMatchObject({ errorType: IncidentErrorType.EXTRACT_VALUE_ERROR });
    engine.completeJob('task');
    expect(engine.isCompleted(instance)).toBe(true);
  });

  it('should arm a cycle again when its incident is resolved, for the firings that are left', () => {
    // given
    const { engine, instance } = bounded('timeCycle', '=interval', false, { interval: 'R3/PT1S' });
    engine.setVariables(instance, { interval: 5 });
    engine.advance(10 * SECOND);

    // when
    const [incident] = engine.incidents();
    engine.resolve(incident!.key);
    const [again] = engine.incidents();
    engine.setVariables(instance, { interval: 'R3/PT2S' });
    engine.resolve(again!.key);

    // then
    expect(again!.key).not.toBe(incident!.key);
    expect(engine.incidents()).toEqual([]);
    engine.advance(2 * SECOND - 1);
    expect(firings(engine)).toBe(1);
    engine.advance(60 * SECOND);
    expect(firings(engine)).toBe(3);
    engine.completeJob('task');
    expect(engine.isCompleted(instance)).toBe(true);
  });

  it('should count from now when a cycle begins in the past, and begin at its start when that lies ahead', () => {
    const past = starting('timeCycle', 'R2/2030-01-15T11:59:55Z/PT10S');
    past.advance(10 * SECOND - 1);
    expect(firings(past)).toBe(0);
    past.advance(1);
    expect(past.completed().filter((id) => id === 'p')).toHaveLength(1);
    const ahead = starting('timeCycle', 'R2/2030-01-15T12:00:05Z/PT10S');
    ahead.advance(5 * SECOND);
    expect(ahead.completed().filter((id) => id === 'p')).toHaveLength(1);
    ahead.advance(10 * SECOND);
    expect(ahead.completed().filter((id) => id === 'p')).toHaveLength(2);
  });

  it('should start instances by date and by cycle', () => {
    const once = starting('timeDate', '2030-01-15T12:00:10Z');
    once.advance(60 * SECOND);
    expect(once.completed().filter((id) => id === 'p')).toHaveLength(1);
    const cycle = starting('timeCycle', 'R2/PT10S');
    cycle.advance(60 * SECOND);
    expect(cycle.completed().filter((id) => id === 'p')).toHaveLength(2);
    expect(cycle.events(ValueType.TIMER)[0]?.value).toMatchObject({
      elementInstanceKey: NO_KEY,
      processInstanceKey: NO_KEY,
      repetitions: 2,
    });
  });

  it('should take the timer of an older version away', () => {
    // given
    const engine = starting('timeCycle', 'R/PT10S');
    engine.deploy({ name: 'p.bpmn', xml: bpmn({ id: 'p' }, startEvent(), endEvent(), flow('start', 'end')) });

    // then
    expect(engine.events(ValueType.TIMER, TimerIntent.CANCELED)).toHaveLength(1);
    engine.advance(60 * SECOND);
    expect(firings(engine)).toBe(0);
  });

  it('should keep the timer when the same resource is deployed again', () => {
    const engine = starting('timeCycle', 'R/PT10S');
    starting('timeCycle', 'R/PT10S', engine);
    expect(engine.events(ValueType.TIMER)).toHaveLength(1);
  });

  it('should refuse an unknown timer', () => {
    const engine = startEngine();
    const value: TimerValue = {
      elementInstanceKey: NO_KEY,
      processInstanceKey: NO_KEY,
      processDefinitionKey: NO_KEY,
      dueDate: 0,
      targetElementId: '',
      repetitions: 1,
      tenantId: '',
    };
    expect(rejectionOf(engine.send(ValueType.TIMER, TimerIntent.TRIGGER, value, 7n as Key))).toBe(
      "NOT_FOUND: Expected to trigger timer with key '7', but no such timer was found",
    );
  });
});
