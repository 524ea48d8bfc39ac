import { type Key, MessageSubscriptionIntent, ValueType } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import { rejectionOf } from '../../test/outcome.ts';
import { subscribedInstance, tellMessageSide } from '../../test/subscribed-instance.ts';

describe('MESSAGE_SUBSCRIPTION CREATE', () => {
  it('should be opened once, however often that is asked for', () => {
    // given
    const { engine, subscription, instance } = subscribedInstance();

    // when
    const answer = tellMessageSide(engine, MessageSubscriptionIntent.CREATE, subscription.value);

    // then
    expect(rejectionOf(answer)).toBe(
      `INVALID_STATE: Expected to open a new message subscription for element with key '${instance}' and message name 'paid', but there is already a message subscription for that element key and message name opened`,
    );
    expect(engine.events(ValueType.MESSAGE_SUBSCRIPTION, MessageSubscriptionIntent.CREATED)).toHaveLength(1);
  });

  it('should replace a former wait of the element for the same name', () => {
    // given
    const { engine, subscription } = subscribedInstance();
    const former = subscription.value.processMessageSubscriptionKey;
    const anew = { ...subscription.value, processMessageSubscriptionKey: (former + 1_000n) as Key };

    // when
    tellMessageSide(engine, MessageSubscriptionIntent.CREATE, anew);

    // then
    const { CREATED, DELETED } = MessageSubscriptionIntent;
    expect(engine.events(ValueType.MESSAGE_SUBSCRIPTION, DELETED)[0]!.key).toBe(subscription.key);
    expect(engine.events(ValueType.MESSAGE_SUBSCRIPTION, CREATED)).toHaveLength(2);
  });
});
