/** What partitions tell each other about message subscriptions, when it comes late, twice, or for nobody. */
import {
  type Key,
  MessageSubscriptionIntent,
  type MessageSubscriptionValue,
  NO_KEY,
  ProcessMessageSubscriptionIntent,
  type ProcessMessageSubscriptionValue,
  ValueType,
} from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import {
  bpmn,
  endEvent,
  eventSubProcess,
  eventSubProcessStart,
  flow,
  message,
  messageEvent,
  serviceTask,
  startEvent,
} from '../../test/bpmn.ts';
import { startEngine } from '../../test/invariants.ts';
import { rejectionOf } from '../../test/outcome.ts';
import type { TestEngine } from '../../test/test-engine.ts';

/** An instance with a non-interrupting event sub-process, which stays subscribed. */
function noticing() {
  const engine = startEngine();
  engine.deploy(
    bpmn(
      { id: 'p', definitions: message('m', 'paid', '=key') },
      startEvent(),
      serviceTask('task'),
      endEvent(),
      flow('start', 'task'),
      flow('task', 'end'),
      eventSubProcess(
        'notice',
        eventSubProcessStart('noticed', messageEvent('m'), { interrupting: false }),
        endEvent('noticeEnd'),
        flow('noticed', 'noticeEnd'),
      ),
    ),
  );
  const instance = engine.create('p', { key: 'k' });
  const subscription = engine.events(ValueType.MESSAGE_SUBSCRIPTION)[0]!;
  const own = engine.events(ValueType.PROCESS_MESSAGE_SUBSCRIPTION)[0]!;
  return { engine, instance, subscription, own };
}

const tellMessageSide = (engine: TestEngine, intent: number, value: MessageSubscriptionValue) =>
  engine.send(ValueType.MESSAGE_SUBSCRIPTION, intent, value);
const tellInstanceSide = (engine: TestEngine, intent: number, value: ProcessMessageSubscriptionValue) =>
  engine.send(ValueType.PROCESS_MESSAGE_SUBSCRIPTION, intent, value);
const notices = (engine: TestEngine) => engine.completed().filter((id) => id === 'notice').length;

describe('MESSAGE_SUBSCRIPTION', () => {
  it('should be opened once, however often that is asked for', () => {
    // given
    const { engine, subscription, instance } = noticing();

    // when
    const answer = tellMessageSide(engine, MessageSubscriptionIntent.CREATE, subscription.value);

    // then
    expect(rejectionOf(answer)).toBe(
      `INVALID_STATE: Expected to open a new message subscription for element with key '${instance}' and message name 'paid', but there is already a message subscription for that element key and message name opened`,
    );
    expect(engine.events(ValueType.MESSAGE_SUBSCRIPTION, MessageSubscriptionIntent.CREATED)).toHaveLength(1);
  });

  it('should refuse CORRELATE when it waits for no answer', () => {
    const { engine, subscription } = noticing();
    expect(
      rejectionOf(
        tellMessageSide(engine, MessageSubscriptionIntent.CORRELATE, { ...subscription.value, messageKey: 9n as Key }),
      ),
    ).toBe(
      `INVALID_STATE: Expected to correlate subscription with key '${subscription.key}', but it is not waiting for the message with key '9' to be taken`,
    );
  });

  it('should refuse CORRELATE, REJECT and DELETE for an element that has no subscription', () => {
    const { engine, subscription } = noticing();
    const value = { ...subscription.value, elementInstanceKey: 8n as Key, messageKey: 9n as Key };
    expect(rejectionOf(tellMessageSide(engine, MessageSubscriptionIntent.CORRELATE, value))).toBe(
      "NOT_FOUND: Expected to correlate subscription for element with key '8' and message name 'paid', but no such message subscription exists",
    );
    expect(rejectionOf(tellMessageSide(engine, MessageSubscriptionIntent.REJECT, value))).toBe(
      "NOT_FOUND: Expected to take the message with key '9' back from the element with key '8', but it is not offered to it",
    );
    expect(rejectionOf(tellMessageSide(engine, MessageSubscriptionIntent.DELETE, value))).toBe(
      "NOT_FOUND: Expected to close message subscription for element with key '8' and message name 'paid', but no such message subscription exists",
    );
  });

  it('should refuse REJECT for a message that it does not offer', () => {
    const { engine, subscription } = noticing();
    const value = { ...subscription.value, messageKey: 9n as Key };
    expect(rejectionOf(tellMessageSide(engine, MessageSubscriptionIntent.REJECT, value))).toMatch(/^NOT_FOUND: /);
    engine.publish('paid', 'k');
    expect(notices(engine)).toBe(1);
  });
});

describe('PROCESS_MESSAGE_SUBSCRIPTION', () => {
  it('should take a message once, however often it is offered', () => {
    // given
    const { engine, instance, own } = noticing();
    engine.publish('paid', 'k');
    const messageKey = engine.events(ValueType.MESSAGE)[0]!.key;

    // when
    const answer = tellInstanceSide(engine, ProcessMessageSubscriptionIntent.CORRELATE, { ...own.value, messageKey });

    // then
    expect(rejectionOf(answer)).toBe(
      `INVALID_STATE: Expected to correlate message with key '${messageKey}' to element with key '${instance}', but it is already correlated`,
    );
    expect(notices(engine)).toBe(1);
  });

  it('should not take a message again that is repeated after a newer one', () => {
    // given
    const { engine, own } = noticing();
    engine.publish('paid', 'k');
    engine.publish('paid', 'k');
    const [older] = engine.events(ValueType.MESSAGE);
    expect(notices(engine)).toBe(2);

    // when
    const answer = tellInstanceSide(engine, ProcessMessageSubscriptionIntent.CORRELATE, {
      ...own.value,
      messageKey: older!.key,
    });

    // then
    expect(rejectionOf(answer)).toMatch(/^INVALID_STATE: .* already correlated$/);
    expect(notices(engine)).toBe(2);
  });

  it('should refuse a message for an element that is gone', () => {
    const { engine, own } = noticing();
    const value = { ...own.value, elementInstanceKey: 8n as Key, messageKey: 9n as Key };
    expect(rejectionOf(tellInstanceSide(engine, ProcessMessageSubscriptionIntent.CORRELATE, value))).toBe(
      "NOT_FOUND: Expected to correlate message with key '9' to element with key '8', but it does not wait for it any more",
    );
  });

  it('should refuse to confirm what is not being opened or closed', () => {
    const { engine, own, instance } = noticing();
    expect(rejectionOf(tellInstanceSide(engine, ProcessMessageSubscriptionIntent.CREATE, own.value))).toBe(
      `INVALID_STATE: Expected to confirm the message subscription 'paid' of element with key '${instance}', but it is not being opened`,
    );
    expect(rejectionOf(tellInstanceSide(engine, ProcessMessageSubscriptionIntent.DELETE, own.value))).toBe(
      `NOT_FOUND: Expected to confirm the closing of the message subscription 'paid' of element with key '${instance}', but it is not being closed`,
    );
    engine.publish('paid', 'k');
    expect(notices(engine)).toBe(1);
    expect(own.value.messageKey).toBe(NO_KEY);
  });
});
