import {
  IncidentErrorType,
  MessageSubscriptionIntent,
  ProcessInstanceIntent,
  TimerIntent,
  ValueType,
} from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import {
  bpmn,
  element,
  endEvent,
  eventBasedGateway,
  flow,
  io,
  message,
  messageEvent,
  output,
  startEvent,
  timerEvent,
} from '../../test/bpmn.ts';
import { startEngine } from '../../test/invariants.ts';

/** A gateway with two events, each with an end event of its own. */
function race(first: string, second: string, mappings?: string): string {
  const extensions = mappings === undefined ? {} : { extensions: mappings };
  return bpmn(
    { definitions: message('m', 'paid', '=id') + message('n', 'refused', '=id') },
    startEvent(),
    flow('start', 'race'),
    eventBasedGateway('race'),
    flow('race', 'first'),
    flow('race', 'second'),
    element('intermediateCatchEvent', 'first', { body: first, ...extensions }),
    element('intermediateCatchEvent', 'second', { body: second }),
    flow('first', 'a'),
    flow('second', 'b'),
    endEvent('a'),
    endEvent('b'),
  );
}

const minute = timerEvent('timeDuration', 'PT1M');

describe('event-based gateway', () => {
  it('should go on at the event that happens first and close the others', () => {
    // given
    const engine = startEngine();
    engine.deploy(race(messageEvent('m'), minute));
    const key = engine.create('process', { id: 'x' });
    const from = engine.records.length;

    // when
    engine.publish('paid', 'x', { with: { amount: 3 } });

    // then
    expect(engine.trace().slice(from)).toEqual([
      'C MESSAGE PUBLISH',
      'E MESSAGE PUBLISHED',
      'E MESSAGE_SUBSCRIPTION CORRELATING',
      'C PROCESS_MESSAGE_SUBSCRIPTION CORRELATE',
      'E MESSAGE EXPIRED',
      'E PROCESS_MESSAGE_SUBSCRIPTION CORRELATED',
      'C MESSAGE_SUBSCRIPTION CORRELATE',
      'E PROCESS_EVENT TRIGGERING',
      "C PROCESS_INSTANCE COMPLETE_ELEMENT EVENT_BASED_GATEWAY 'race'",
      'E MESSAGE_SUBSCRIPTION CORRELATED',
      "E PROCESS_INSTANCE ELEMENT_COMPLETING EVENT_BASED_GATEWAY 'race'",
      'E TIMER CANCELED',
      'E PROCESS_EVENT TRIGGERED',
      "E PROCESS_INSTANCE ELEMENT_COMPLETED EVENT_BASED_GATEWAY 'race'",
      "E PROCESS_INSTANCE ELEMENT_ACTIVATING INTERMEDIATE_CATCH_EVENT 'first'",
      "E PROCESS_INSTANCE ELEMENT_ACTIVATED INTERMEDIATE_CATCH_EVENT 'first'",
      'E PROCESS_EVENT TRIGGERING',
      "C PROCESS_INSTANCE COMPLETE_ELEMENT INTERMEDIATE_CATCH_EVENT 'first'",
      "E PROCESS_INSTANCE ELEMENT_COMPLETING INTERMEDIATE_CATCH_EVENT 'first'",
      'E VARIABLE CREATED',
      'E PROCESS_EVENT TRIGGERED',
      "E PROCESS_INSTANCE ELEMENT_COMPLETED INTERMEDIATE_CATCH_EVENT 'first'",
      "E PROCESS_INSTANCE SEQUENCE_FLOW_TAKEN SEQUENCE_FLOW 'first_a'",
      "C PROCESS_INSTANCE ACTIVATE_ELEMENT END_EVENT 'a'",
      "E PROCESS_INSTANCE ELEMENT_ACTIVATING END_EVENT 'a'",
      "E PROCESS_INSTANCE ELEMENT_ACTIVATED END_EVENT 'a'",
      "E PROCESS_INSTANCE ELEMENT_COMPLETING END_EVENT 'a'",
      "E PROCESS_INSTANCE ELEMENT_COMPLETED END_EVENT 'a'",
      "C PROCESS_INSTANCE COMPLETE_ELEMENT PROCESS 'process'",
      "E PROCESS_INSTANCE ELEMENT_COMPLETING PROCESS 'process'",
      "E PROCESS_INSTANCE ELEMENT_COMPLETED PROCESS 'process'",
    ]);
    expect(engine.variables(key)).toEqual({ id: 'x', amount: 3 });
  });

  it('should close the message subscription when the timer is first', () => {
    // given
    const engine = startEngine();
    engine.deploy(race(messageEvent('m'), minute));
    const key = engine.create('process', { id: 'x' });

    // when
    engine.advance(60_000);
    engine.publish('paid', 'x');

    // then
    expect(engine.completed(key)).toEqual(['start', 'race', 'second', 'b', 'process']);
    expect(engine.events(ValueType.MESSAGE_SUBSCRIPTION, MessageSubscriptionIntent.DELETED)).toHaveLength(1);
  });

  it('should take exactly one branch when two timers are due at once', () => {
    // given
    const engine = startEngine();
    engine.deploy(race(minute, minute));
    const key = engine.create('process');
    engine.nowMs += 60_000;

    // when
    for (const command of engine.engine.collectDueCommands(engine.nowMs, 10)) {
      engine.engine.process(command, engine.nowMs);
    }
    engine.settle();

    // then
    expect(engine.completed(key)).toEqual(['start', 'race', 'first', 'a', 'process']);
    expect(engine.events(ValueType.TIMER, TimerIntent.TRIGGERED)).toHaveLength(1);
    expect(engine.rejections()).toHaveLength(1);
  });

  it('should take exactly one branch when the second timer is triggered before the first one is followed up', () => {
    // given
    const engine = startEngine({ limits: { followUpCommandsMax: 0 } });
    engine.deploy(race(minute, minute));
    const key = engine.create('process');
    engine.nowMs += 60_000;

    // when
    for (const command of engine.engine.collectDueCommands(engine.nowMs, 10)) {
      engine.engine.process(command, engine.nowMs);
    }
    engine.settle();

    // then
    expect(engine.completed(key)).toEqual(['start', 'race', 'first', 'a', 'process']);
  });

  it('should find a buffered message at once', () => {
    // given
    const engine = startEngine();
    engine.deploy(race(messageEvent('m'), messageEvent('n')));
    engine.publish('refused', 'x', { ttl: 60_000 });

    // when
    const key = engine.create('process', { id: 'x' });

    // then
    expect(engine.completed(key)).toEqual(['start', 'race', 'second', 'b', 'process']);
  });

  it('should take the first when both messages are buffered', () => {
    // given
    const engine = startEngine();
    engine.deploy(race(messageEvent('m'), messageEvent('n')));
    engine.publish('refused', 'x', { ttl: 60_000 });
    engine.publish('paid', 'x', { ttl: 60_000 });

    // when
    const key = engine.create('process', { id: 'x' });

    // then
    expect(engine.completed(key).filter((id) => id === 'first' || id === 'second')).toHaveLength(1);
    expect(engine.isCompleted(key)).toBe(true);
  });

  it('should apply the output mappings of the event, again after an incident', () => {
    // given
    const engine = startEngine();
    engine.deploy(race(messageEvent('m'), minute, io(output('=assert(amount, amount > 0)', 'paid'))));
    const key = engine.create('process', { id: 'x' });
    engine.publish('paid', 'x', { with: { amount: 0 } });
    const [incident] = engine.incidents();

    // when
    engine.setVariables(engine.keyOf('first'), { amount: 2 }, true);
    engine.resolve(incident!.key);

    // then
    expect(incident?.value).toMatchObject({ errorType: IncidentErrorType.IO_MAPPING_ERROR, elementId: 'first' });
    expect(engine.variables(key)).toEqual({ id: 'x', paid: 2 });
  });

  it('should open nothing while one of its events cannot be evaluated', () => {
    // given
    const engine = startEngine();
    engine.deploy(race(minute, messageEvent('m')));
    const key = engine.create('process');
    const opened = engine.events(ValueType.TIMER).length;
    const [incident] = engine.incidents();

    // when
    engine.setVariables(key, { id: 'x' });
    engine.resolve(incident!.key);

    // then
    expect(opened).toBe(0);
    expect(incident?.value).toMatchObject({ errorType: IncidentErrorType.EXTRACT_VALUE_ERROR, elementId: 'race' });
    expect(engine.events(ValueType.TIMER, TimerIntent.CREATED)).toHaveLength(1);
    engine.publish('paid', 'x');
    expect(engine.isCompleted(key)).toBe(true);
  });

  it('should close everything with its instance', () => {
    // given
    const engine = startEngine();
    engine.deploy(race(messageEvent('m'), minute));
    const key = engine.create('process', { id: 'x' });

    // when
    engine.cancel(key);

    // then
    expect(engine.isTerminated(key)).toBe(true);
    expect(engine.events(ValueType.PROCESS_INSTANCE, ProcessInstanceIntent.ELEMENT_TERMINATED)).toHaveLength(2);
  });
});
