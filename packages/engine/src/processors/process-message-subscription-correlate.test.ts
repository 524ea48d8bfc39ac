import { type Key, ProcessMessageSubscriptionIntent, ValueType } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import { rejectionOf } from '../../test/outcome.ts';
import { notices, subscribedInstance, tellInstanceSide } from '../../test/subscribed-instance.ts';

describe('PROCESS_MESSAGE_SUBSCRIPTION CORRELATE', () => {
  it('should take a message once, however often it is offered', () => {
    // given
    const { engine, instance, own } = subscribedInstance();
    engine.publish('paid', 'k');
    const messageKey = engine.events(ValueType.MESSAGE)[0]!.key;

    // when
    const answer = tellInstanceSide(engine, ProcessMessageSubscriptionIntent.CORRELATE, {
      ...own,
      value: { ...own.value, messageKey },
    });

    // then
    expect(rejectionOf(answer)).toBe(
      `INVALID_STATE: Expected to correlate message with key '${messageKey}' to element with key '${instance}', but it is already correlated`,
    );
    expect(notices(engine)).toBe(1);
  });

  it('should not take a message again that is repeated after a newer one', () => {
    // given
    const { engine, own } = subscribedInstance();
    engine.publish('paid', 'k');
    engine.publish('paid', 'k');
    const [older] = engine.events(ValueType.MESSAGE);
    expect(notices(engine)).toBe(2);

    // when
    const answer = tellInstanceSide(engine, ProcessMessageSubscriptionIntent.CORRELATE, {
      ...own,
      value: { ...own.value, messageKey: older!.key },
    });

    // then
    expect(rejectionOf(answer)).toMatch(/^INVALID_STATE: .* already correlated$/);
    expect(notices(engine)).toBe(2);
  });

  it('should refuse a message that was offered to a former wait for the same name', () => {
    const { engine, own } = subscribedInstance();
    const former = { key: (own.key - 1n) as Key, value: { ...own.value, messageKey: 9n as Key } };
    expect(rejectionOf(tellInstanceSide(engine, ProcessMessageSubscriptionIntent.CORRELATE, former))).toMatch(
      /^NOT_FOUND: .* does not wait for it any more$/,
    );
    expect(notices(engine)).toBe(0);
  });

  it('should refuse a message for an element that is gone', () => {
    const { engine, own } = subscribedInstance();
    const gone = { ...own, value: { ...own.value, elementInstanceKey: 8n as Key, messageKey: 9n as Key } };
    expect(rejectionOf(tellInstanceSide(engine, ProcessMessageSubscriptionIntent.CORRELATE, gone))).toBe(
      "NOT_FOUND: Expected to correlate message with key '9' to element with key '8', but it does not wait for it any more",
    );
  });
});
