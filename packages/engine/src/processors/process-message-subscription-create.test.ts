import { ProcessMessageSubscriptionIntent } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import { rejectionOf } from '../../test/outcome.ts';
import { notices, subscribedInstance, tellInstanceSide } from '../../test/subscribed-instance.ts';

describe('PROCESS_MESSAGE_SUBSCRIPTION CREATE', () => {
  it('should refuse to confirm what is not under way', () => {
    const { engine, own, instance } = subscribedInstance();
    expect(rejectionOf(tellInstanceSide(engine, ProcessMessageSubscriptionIntent.CREATE, own))).toBe(
      `INVALID_STATE: Expected to confirm the message subscription 'paid' of element with key '${instance}', but it is not being opened`,
    );
    engine.publish('paid', 'k');
    expect(notices(engine)).toBe(1);
  });
});
