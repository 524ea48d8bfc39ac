import { type Key, MessageSubscriptionIntent, ProcessMessageSubscriptionIntent, ValueType } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import { rejectionOf } from '../../test/outcome.ts';
import { subscribedInstance, tellMessageSide } from '../../test/subscribed-instance.ts';

describe('MESSAGE_SUBSCRIPTION DELETE', () => {
  it('should close the subscription and tell the instance', () => {
    // given
    const { engine } = subscribedInstance();

    // when
    engine.completeJob('task');

    // then
    expect(engine.events(ValueType.MESSAGE_SUBSCRIPTION, MessageSubscriptionIntent.DELETED)).toHaveLength(1);
    expect(
      engine.events(ValueType.PROCESS_MESSAGE_SUBSCRIPTION, ProcessMessageSubscriptionIntent.DELETED),
    ).toHaveLength(1);
  });

  it('should refuse an element that has no subscription', () => {
    const { engine, subscription } = subscribedInstance();
    const value = { ...subscription.value, elementInstanceKey: 8n as Key, messageKey: 9n as Key };
    expect(rejectionOf(tellMessageSide(engine, MessageSubscriptionIntent.DELETE, value))).toBe(
      "NOT_FOUND: Expected to close message subscription for element with key '8' and message name 'paid', but no such message subscription exists",
    );
  });
});
