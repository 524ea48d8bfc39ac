import { type Key, MessageSubscriptionIntent } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import { rejectionOf } from '../../test/outcome.ts';
import { notices, subscribedInstance, tellMessageSide } from '../../test/subscribed-instance.ts';

describe('MESSAGE_SUBSCRIPTION REJECT', () => {
  it('should refuse REJECT for a message that it does not offer', () => {
    const { engine, subscription } = subscribedInstance();
    const value = { ...subscription.value, messageKey: 9n as Key };
    expect(rejectionOf(tellMessageSide(engine, MessageSubscriptionIntent.REJECT, value))).toMatch(/^NOT_FOUND: /);
    engine.publish('paid', 'k');
    expect(notices(engine)).toBe(1);
  });

  it('should refuse an element that has no subscription', () => {
    const { engine, subscription } = subscribedInstance();
    const value = { ...subscription.value, elementInstanceKey: 8n as Key, messageKey: 9n as Key };
    expect(rejectionOf(tellMessageSide(engine, MessageSubscriptionIntent.REJECT, value))).toBe(
      "NOT_FOUND: Expected to take the message with key '9' back from the element with key '8', but it is not offered to it",
    );
  });
});
