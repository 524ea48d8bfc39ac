import {
  DEFAULT_TENANT_ID,
  MessageIntent,
  MessageStartEventSubscriptionIntent,
  MessageSubscriptionIntent,
  ValueType,
} from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import {
  boundaryEvent,
  bpmn,
  endEvent,
  flow,
  message,
  messageEvent,
  receiveTask,
  serviceTask,
  startEvent,
} from '../../test/bpmn.ts';
import { startEngine } from '../../test/invariants.ts';
import { answersOf, eventsOf, rejectionOf } from '../../test/outcome.ts';
import type { TestEngine } from '../../test/test-engine.ts';

const receiving = (id: string) =>
  bpmn(
    { id, definitions: message('m', 'paid', '=key') },
    startEvent(),
    receiveTask('receive', 'm'),
    endEvent(),
    flow('start', 'receive'),
    flow('receive', 'end'),
  );

const started = (version = '') =>
  bpmn(
    { id: 'started', versionTag: version, definitions: message('m', 'paid') },
    startEvent('start', messageEvent('m')),
    serviceTask('task'),
    endEvent(),
    flow('start', 'task'),
    flow('task', 'end'),
  );

/** Process ids and versions of instances that started on a message. */
const startedInstances = (engine: TestEngine) =>
  engine.events(ValueType.PROCESS_INSTANCE, 2).filter(({ value }) => value.elementId === value.bpmnProcessId);

describe('MESSAGE PUBLISH', () => {
  it('should correlate the waiting instance and answer once the message is published', () => {
    // given
    const engine = startEngine();
    engine.deploy(receiving('p'));
    const instance = engine.create('p', { key: 'k' });

    // when
    let answers: unknown[] = [];
    const events = eventsOf(engine, () => {
      answers = answersOf(engine, () => engine.publish('paid', 'k', { ttl: 1_000, with: { sum: 1 } }));
    });

    // then
    expect(events.slice(0, 6)).toEqual([
      'MESSAGE PUBLISHED',
      'MESSAGE_SUBSCRIPTION CORRELATING',
      'PROCESS_MESSAGE_SUBSCRIPTION CORRELATED',
      'PROCESS_EVENT TRIGGERING',
      'MESSAGE_SUBSCRIPTION CORRELATED',
      "PROCESS_INSTANCE ELEMENT_COMPLETING RECEIVE_TASK 'receive'",
    ]);
    expect(answers).toHaveLength(1);
    expect(answers[0]).toMatchObject({
      intent: MessageIntent.PUBLISHED,
      key: engine.events(ValueType.MESSAGE)[0]?.key,
      value: { name: 'paid', correlationKey: 'k', timeToLive: 1_000, deadline: engine.nowMs + 1_000 },
    });
    expect(engine.isCompleted(instance)).toBe(true);
    expect(engine.variables(instance)).toEqual({ key: 'k', sum: 1 });
  });

  it('should forget a message without time to live at once', () => {
    // given
    const engine = startEngine();
    engine.deploy(receiving('p'));

    // when
    expect(eventsOf(engine, () => engine.publish('paid', 'k'))).toEqual(['MESSAGE PUBLISHED', 'MESSAGE EXPIRED']);

    // then
    const instance = engine.create('p', { key: 'k' });
    expect(engine.isCompleted(instance)).toBe(false);
  });

  it('should take a negative time to live for none', () => {
    const engine = startEngine();
    expect(engine.publish('paid', 'k', { ttl: -5 })?.record.value).toMatchObject({ timeToLive: 0 });
    expect(engine.events(ValueType.MESSAGE, MessageIntent.EXPIRED)).toHaveLength(1);
  });

  it('should keep a message for instances that come before its deadline', () => {
    // given
    const engine = startEngine();
    engine.deploy(receiving('p'));
    engine.publish('paid', 'k', { ttl: 10_000 });

    // when
    engine.advance(9_999);
    const inTime = engine.create('p', { key: 'k' });
    engine.publish('paid', 'k', { ttl: 10_000 });
    engine.advance(10_000);
    const late = engine.create('p', { key: 'k' });

    // then
    expect(engine.isCompleted(inTime)).toBe(true);
    expect(engine.isCompleted(late)).toBe(false);
  });

  it('should not correlate a message whose deadline is over before it is expired', () => {
    // given
    const engine = startEngine();
    engine.deploy(receiving('p'));
    engine.publish('paid', 'k', { ttl: 10_000 });

    // when time passes and nobody asks what is due
    engine.nowMs += 10_000;
    const instance = engine.create('p', { key: 'k' });

    // then
    expect(engine.isCompleted(instance)).toBe(false);
  });

  it('should give the oldest buffered message first', () => {
    // given
    const engine = startEngine();
    engine.deploy(receiving('p'));
    engine.publish('paid', 'k', { ttl: 10_000, with: { number: 1 } });
    engine.publish('paid', 'k', { ttl: 10_000, with: { number: 2 } });

    // when
    const first = engine.create('p', { key: 'k' });
    const second = engine.create('p', { key: 'k' });

    // then
    expect([first, second].map((instance) => engine.variables(instance).number)).toEqual([1, 2]);
  });

  it('should reach one instance of each process, the oldest, across versions', () => {
    // given
    const engine = startEngine();
    engine.deploy(receiving('p'));
    const oldest = engine.create('p', { key: 'k' });
    engine.deploy({ name: 'renamed.bpmn', xml: receiving('p') });
    const newer = engine.create('p', { key: 'k' });
    engine.deploy({ name: 'q.bpmn', xml: receiving('q') });
    const other = engine.create('q', { key: 'k' });

    // when
    engine.publish('paid', 'k', { ttl: 10_000 });

    // then
    expect([oldest, newer, other].map((instance) => engine.isCompleted(instance))).toEqual([true, false, true]);
    const third = engine.create('p', { key: 'k' });
    expect(engine.isCompleted(third)).toBe(false);
  });

  it('should let a number correlate with its digits', () => {
    const engine = startEngine();
    engine.deploy(receiving('p'));
    const instance = engine.create('p', { key: 123 });
    engine.publish('paid', '123');
    expect(engine.isCompleted(instance)).toBe(true);
  });

  it('should trigger a non-interrupting boundary event each time', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn(
        { id: 'p', definitions: message('m', 'paid', '=key') },
        startEvent(),
        serviceTask('task'),
        endEvent(),
        flow('start', 'task'),
        flow('task', 'end'),
        boundaryEvent('noticed', 'task', messageEvent('m'), { interrupting: false }),
        endEvent('noticedEnd'),
        flow('noticed', 'noticedEnd'),
      ),
    );
    engine.create('p', { key: 'k' });

    // when
    engine.publish('paid', 'k');
    engine.publish('paid', 'k');

    // then
    expect(engine.completed().filter((id) => id === 'noticed')).toHaveLength(2);

    // when the task is done
    engine.completeJob('task');

    // then nothing is subscribed any more
    expect(eventsOf(engine, () => engine.publish('paid', 'k'))).toEqual(['MESSAGE PUBLISHED', 'MESSAGE EXPIRED']);
  });

  it('should give a waiting non-interrupting subscription every buffered message in order', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn(
        { id: 'p', definitions: message('m', 'paid', '=key') },
        startEvent(),
        serviceTask('task'),
        endEvent(),
        flow('start', 'task'),
        flow('task', 'end'),
        boundaryEvent('noticed', 'task', messageEvent('m'), { interrupting: false }),
        endEvent('noticedEnd'),
        flow('noticed', 'noticedEnd'),
      ),
    );
    engine.publish('paid', 'k', { ttl: 1_000 });
    engine.publish('paid', 'k', { ttl: 1_000 });

    // when
    engine.create('p', { key: 'k' });

    // then
    expect(engine.completed().filter((id) => id === 'noticed')).toHaveLength(2);
    expect(engine.events(ValueType.MESSAGE_SUBSCRIPTION, MessageSubscriptionIntent.CORRELATED)).toHaveLength(2);
  });

  it('should refuse an id that is buffered already, and take it again after the expiry', () => {
    // given
    const engine = startEngine();
    engine.publish('paid', 'k', { ttl: 1_000, id: 'once' });

    // then
    expect(rejectionOf(engine.publish('paid', 'k', { ttl: 1_000, id: 'once' }))).toBe(
      "ALREADY_EXISTS: Expected to publish a new message with id 'once', but a message with that id was already published",
    );
    expect(engine.publish('paid', 'other', { ttl: 1_000, id: 'once' })?.record.intent).toBe(MessageIntent.PUBLISHED);
    expect(engine.publish('sent', 'k', { ttl: 1_000, id: 'once' })?.record.intent).toBe(MessageIntent.PUBLISHED);
    engine.advance(1_000);
    expect(engine.publish('paid', 'k', { ttl: 0, id: 'once' })?.record.intent).toBe(MessageIntent.PUBLISHED);
    expect(engine.publish('paid', 'k', { ttl: 0, id: 'once' })?.record.intent).toBe(MessageIntent.PUBLISHED);
  });

  it('should refuse a blank name and variables that are no object', () => {
    const engine = startEngine();
    expect(rejectionOf(engine.publish(' ', 'k'))).toBe(
      'INVALID_ARGUMENT: Expected to publish a message with a name, but the name is blank',
    );
    const value = {
      name: 'paid',
      correlationKey: '',
      timeToLive: 0,
      deadline: -1,
      messageId: '',
      variables: '[]',
      tenantId: DEFAULT_TENANT_ID,
      businessId: '',
    };
    expect(rejectionOf(engine.send(ValueType.MESSAGE, MessageIntent.PUBLISH, value))).toMatch(/^INVALID_ARGUMENT: /);
  });
});

describe('messages that start instances', () => {
  it('should start an instance with the payload as its variables', () => {
    // given
    const engine = startEngine();
    engine.deploy(started());

    // when
    engine.publish('paid', 'k', { with: { sum: 1 } });

    // then
    const [start] = startedInstances(engine);
    expect(engine.variables(start!.key)).toEqual({ sum: 1 });
    expect(
      engine.events(ValueType.MESSAGE_START_EVENT_SUBSCRIPTION, MessageStartEventSubscriptionIntent.CORRELATED)[0]
        ?.value,
    ).toMatchObject({ processInstanceKey: start!.key, correlationKey: 'k', startEventId: 'start' });
  });

  it('should start one instance at a time for a key, the next with the next buffered message and the latest version', () => {
    // given
    const engine = startEngine();
    engine.deploy(started());
    engine.publish('paid', 'k', { ttl: 60_000, with: { number: 1 } });
    engine.publish('paid', 'k', { ttl: 60_000, with: { number: 2 } });
    engine.publish('paid', 'other', { ttl: 60_000 });
    expect(startedInstances(engine).map(({ value }) => value.version)).toEqual([1, 1]);
    engine.deploy(started('next'));

    // when
    engine.completeJob('task');

    // then
    const last = startedInstances(engine)[2]!;
    expect(last.value.version).toBe(2);
    expect(engine.variables(last.key)).toEqual({ number: 2 });
  });

  it('should start the next one when the instance is canceled, unless its message is over', () => {
    // given
    const engine = startEngine();
    engine.deploy(started());
    engine.publish('paid', 'k', { ttl: 60_000 });
    engine.publish('paid', 'k', { ttl: 10_000 });
    engine.publish('paid', 'k', { ttl: 60_000, with: { number: 3 } });
    engine.advance(10_000);

    // when
    engine.cancel(startedInstances(engine)[0]!.key);

    // then
    expect(engine.variables(startedInstances(engine)[1]!.key)).toEqual({ number: 3 });
    expect(startedInstances(engine)).toHaveLength(2);
  });

  it('should start an instance for every message without a key', () => {
    const engine = startEngine();
    engine.deploy(started());
    engine.publish('paid', '');
    engine.publish('paid', '');
    expect(startedInstances(engine)).toHaveLength(2);
  });

  it('should not start a process that took the message while waiting', () => {
    // given a process that starts on the message it waits for later
    const engine = startEngine();
    engine.deploy(
      bpmn(
        { id: 'both', definitions: message('m', 'paid', '=key') },
        startEvent(),
        startEvent('begun', messageEvent('m')),
        receiveTask('receive', 'm'),
        endEvent(),
        flow('start', 'receive'),
        flow('begun', 'receive'),
        flow('receive', 'end'),
      ),
    );
    engine.create('both', { key: 'k' });

    // when
    engine.publish('paid', 'k');

    // then
    expect(engine.completed()).toContain('both');
    expect(startedInstances(engine)).toHaveLength(1);
  });

  it('should not start on a message published before the deployment', () => {
    const engine = startEngine();
    engine.publish('paid', 'k', { ttl: 60_000 });
    engine.deploy(started());
    expect(startedInstances(engine)).toEqual([]);
  });
});
