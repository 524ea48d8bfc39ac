import { IncidentErrorType, MessageSubscriptionIntent, TimerIntent, ValueType } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import {
  boundaryEvent,
  bpmn,
  catchEvent,
  element,
  endEvent,
  flow,
  input,
  io,
  message,
  messageEvent,
  output,
  receiveTask,
  startEvent,
  timerEvent,
} from '../../test/bpmn.ts';
import { startEngine } from '../../test/invariants.ts';

const waiting = (waiter: string, correlationKey = '=id', ...more: readonly string[]) =>
  bpmn(
    { definitions: message('m', 'paid', correlationKey) },
    startEvent(),
    flow('start', 'wait'),
    waiter,
    flow('wait', 'end'),
    endEvent(),
    ...more,
  );

describe.each([
  [
    'message catch event',
    (mappings?: string) =>
      element('intermediateCatchEvent', 'wait', {
        body: messageEvent('m'),
        ...(mappings !== undefined && { extensions: mappings }),
      }),
    'INTERMEDIATE_CATCH_EVENT',
  ],
  ['receive task', (mappings?: string) => receiveTask('wait', 'm', mappings), 'RECEIVE_TASK'],
])('%s', (_name, waiter, kind) => {
  it('should open its subscription, wait, and hand the payload on', () => {
    // given
    const engine = startEngine();
    engine.deploy(waiting(waiter()));
    const key = engine.create('process', { id: 'a' });
    const from = engine.records.length;

    // when
    engine.publish('paid', 'a', { with: { amount: 10 } });

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
      `C PROCESS_INSTANCE COMPLETE_ELEMENT ${kind} 'wait'`,
      'E MESSAGE_SUBSCRIPTION CORRELATED',
      `E PROCESS_INSTANCE ELEMENT_COMPLETING ${kind} 'wait'`,
      'E VARIABLE CREATED',
      'E PROCESS_EVENT TRIGGERED',
      `E PROCESS_INSTANCE ELEMENT_COMPLETED ${kind} 'wait'`,
      "E PROCESS_INSTANCE SEQUENCE_FLOW_TAKEN SEQUENCE_FLOW 'wait_end'",
      "C PROCESS_INSTANCE ACTIVATE_ELEMENT END_EVENT 'end'",
      "E PROCESS_INSTANCE ELEMENT_ACTIVATING END_EVENT 'end'",
      "E PROCESS_INSTANCE ELEMENT_ACTIVATED END_EVENT 'end'",
      "E PROCESS_INSTANCE ELEMENT_COMPLETING END_EVENT 'end'",
      "E PROCESS_INSTANCE ELEMENT_COMPLETED END_EVENT 'end'",
      "C PROCESS_INSTANCE COMPLETE_ELEMENT PROCESS 'process'",
      "E PROCESS_INSTANCE ELEMENT_COMPLETING PROCESS 'process'",
      "E PROCESS_INSTANCE ELEMENT_COMPLETED PROCESS 'process'",
    ]);
    expect(engine.variables(key)).toEqual({ id: 'a', amount: 10 });
  });

  it('should evaluate the correlation key behind its input mappings, and let only mapped outputs leave', () => {
    // given
    const engine = startEngine();
    engine.deploy(waiting(waiter(io(input('=order.id', 'id'), output('=amount * 2', 'twice')))));
    const key = engine.create('process', { order: { id: 'b' } });

    // when
    engine.publish('paid', 'b', { with: { amount: 10 } });

    // then
    expect(engine.variables(key)).toEqual({ order: { id: 'b' }, twice: 20 });
    expect(engine.isCompleted(key)).toBe(true);
  });

  it('should stop when the correlation key is null and wait once it is mended', () => {
    // given
    const engine = startEngine();
    engine.deploy(waiting(waiter()));
    const key = engine.create('process');
    const [incident] = engine.incidents();

    // when
    engine.setVariables(key, { id: 5 });
    engine.resolve(incident!.key);

    // then
    expect(incident?.value.errorType).toBe(IncidentErrorType.EXTRACT_VALUE_ERROR);
    expect(incident?.value.errorMessage).toContain(
      "Failed to extract the correlation key for 'id': The value must be either a string or a number, but was 'NULL'.",
    );
    expect(engine.events(ValueType.MESSAGE_SUBSCRIPTION, MessageSubscriptionIntent.CREATED)).toHaveLength(1);
    engine.publish('paid', '5');
    expect(engine.isCompleted(key)).toBe(true);
  });

  it('should find a number as its digits', () => {
    // given
    const engine = startEngine();
    engine.deploy(waiting(waiter()));

    // when
    const key = engine.create('process', { id: 123 });
    engine.publish('paid', '123');

    // then
    expect(engine.isCompleted(key)).toBe(true);
  });

  it('should find a message that is buffered, but none whose time is over', () => {
    // given
    const engine = startEngine();
    engine.deploy(waiting(waiter()));
    engine.publish('paid', 'early', { ttl: 10_000, with: { amount: 1 } });
    engine.publish('paid', 'gone', { ttl: 10_000 });
    engine.publish('paid', 'never', { ttl: 0 });

    // when
    const early = engine.create('process', { id: 'early' });
    engine.advance(10_000);
    const gone = engine.create('process', { id: 'gone' });
    const never = engine.create('process', { id: 'never' });

    // then
    expect(engine.isCompleted(early)).toBe(true);
    expect(engine.variables(early)).toEqual({ id: 'early', amount: 1 });
    expect([gone, never].map((key) => engine.isCompleted(key))).toEqual([false, false]);
  });

  it('should close its subscription with its instance', () => {
    // given
    const engine = startEngine();
    engine.deploy(waiting(waiter()));
    const key = engine.create('process', { id: 'a' });

    // when
    engine.cancel(key);

    // then
    expect(engine.isTerminated(key)).toBe(true);
    expect(engine.events(ValueType.MESSAGE_SUBSCRIPTION, MessageSubscriptionIntent.DELETED)).toHaveLength(1);
  });

  it('should keep a payload that was mended when the output mapping is tried again', () => {
    // given
    const engine = startEngine();
    engine.deploy(waiting(waiter(io(output('=assert(amount, amount > 0)', 'paid')))));
    const key = engine.create('process', { id: 'a' });
    engine.publish('paid', 'a', { with: { amount: -1 } });

    // when
    engine.setVariables(engine.keyOf('wait'), { amount: 1 }, true);
    engine.resolve(engine.incidents()[0]!.key);

    // then
    expect(engine.variables(key)).toEqual({ id: 'a', paid: 1 });
  });
});

describe('receive task', () => {
  it('should close its own subscription when its boundary event fires', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      waiting(
        receiveTask('wait', 'm'),
        '=id',
        boundaryEvent('late', 'wait', timerEvent('timeDuration', 'PT1M')),
        flow('late', 'end'),
      ),
    );
    const key = engine.create('process', { id: 'a' });

    // when
    engine.advance(60_000);

    // then
    expect(engine.completed(key)).toEqual(['start', 'late', 'end', 'process']);
    expect(engine.events(ValueType.MESSAGE_SUBSCRIPTION, MessageSubscriptionIntent.DELETED)).toHaveLength(1);
  });

  it('should close its boundary events when its message comes', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      waiting(
        receiveTask('wait', 'm'),
        '=id',
        boundaryEvent('late', 'wait', timerEvent('timeDuration', 'PT1M')),
        flow('late', 'end'),
      ),
    );
    const key = engine.create('process', { id: 'a' });

    // when
    engine.publish('paid', 'a');

    // then
    expect(engine.events(ValueType.TIMER, TimerIntent.CANCELED)).toHaveLength(1);
    expect(engine.isCompleted(key)).toBe(true);
  });
});

describe('timer catch event', () => {
  const timer = (kind: 'timeDuration' | 'timeDate', text: string) =>
    bpmn(
      {},
      startEvent(),
      flow('start', 'wait'),
      catchEvent('wait', timerEvent(kind, text)),
      flow('wait', 'end'),
      endEvent(),
    );

  it('should wait for its duration, not a moment less', () => {
    // given
    const engine = startEngine();
    engine.deploy(timer('timeDuration', 'PT10S'));
    const key = engine.create('process');

    // when
    engine.advance(9_999);
    const before = engine.living();
    engine.advance(1);

    // then
    expect(before).toEqual(['process', 'wait']);
    expect(engine.isCompleted(key)).toBe(true);
    expect(engine.events(ValueType.TIMER, TimerIntent.CREATED)[0]?.value).toMatchObject({
      elementInstanceKey: engine.keyOf('wait'),
      processInstanceKey: key,
      targetElementId: 'wait',
      repetitions: 1,
    });
  });

  it.each([
    ['a negative duration', 'timeDuration', '-PT5S'],
    ['no duration at all', 'timeDuration', 'PT0S'],
    ['a date in the past', 'timeDate', '2000-01-01T00:00:00Z'],
  ] as const)('should fire at once after %s', (_what, kind, text) => {
    // given
    const engine = startEngine();
    engine.deploy(timer(kind, text));
    const key = engine.create('process');

    // when
    engine.advance(0);

    // then
    expect(engine.isCompleted(key)).toBe(true);
  });

  it.each([
    ['a text', '=wait', { wait: 'PT5S' }],
    ['a duration', '=duration(wait)', { wait: 'PT5S' }],
    ['a computed duration', '=duration("PT1S") * n', { n: 5 }],
  ])('should take its duration from an expression that gives %s', (_what, expression, variables) => {
    // given
    const engine = startEngine();
    engine.deploy(timer('timeDuration', expression));
    const key = engine.create('process', variables);

    // when
    engine.advance(4_999);
    const isEarly = engine.isCompleted(key);
    engine.advance(1);

    // then
    expect([isEarly, engine.isCompleted(key)]).toEqual([false, true]);
  });

  it('should take its date from an expression', () => {
    // given
    const engine = startEngine();
    engine.deploy(timer('timeDate', '=now() + duration("PT5S")'));
    const key = engine.create('process');

    // when
    engine.advance(5_000);

    // then
    expect(engine.isCompleted(key)).toBe(true);
  });

  it.each([
    ['of the wrong type', { wait: 5 }, 'NUMBER'],
    ['that is missing', {}, 'NULL'],
    ['that cannot be read', { wait: 'soon' }, 'soon'],
  ])('should stop at a duration %s and wait once it is mended', (_what, variables, mentioned) => {
    // given
    const engine = startEngine();
    engine.deploy(timer('timeDuration', '=wait'));
    const key = engine.create('process', variables);
    const [incident] = engine.incidents();

    // when
    engine.setVariables(key, { wait: 'PT1S' });
    engine.resolve(incident!.key);
    engine.advance(1_000);

    // then
    expect(incident?.value.errorType).toBe(IncidentErrorType.EXTRACT_VALUE_ERROR);
    expect(incident?.value.errorMessage).toContain(mentioned);
    expect(engine.isCompleted(key)).toBe(true);
    expect(engine.events(ValueType.TIMER, TimerIntent.CREATED)).toHaveLength(1);
  });
});
