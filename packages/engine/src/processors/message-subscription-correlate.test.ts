import { type Key, MessageSubscriptionIntent } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import { rejectionOf } from '../../test/outcome.ts';
import { subscribedInstance, tellMessageSide } from '../../test/subscribed-instance.ts';

describe('MESSAGE_SUBSCRIPTION CORRELATE', () => {
  it('should refuse CORRELATE when it waits for no answer', () => {
    const { engine, subscription } = subscribedInstance();
    expect(
      rejectionOf(
        tellMessageSide(engine, MessageSubscriptionIntent.CORRELATE, { ...subscription.value, messageKey: 9n as Key }),
      ),
    ).toBe(
      `INVALID_STATE: Expected to correlate subscription with key '${subscription.key}', but it is not waiting for the message with key '9' to be taken`,
    );
  });

  it('should refuse an element that has no subscription', () => {
    const { engine, subscription } = subscribedInstance();
    const value = { ...subscription.value, elementInstanceKey: 8n as Key, messageKey: 9n as Key };
    expect(rejectionOf(tellMessageSide(engine, MessageSubscriptionIntent.CORRELATE, value))).toBe(
      "NOT_FOUND: Expected to correlate subscription for element with key '8' and message name 'paid', but no such message subscription exists",
    );
  });
});
