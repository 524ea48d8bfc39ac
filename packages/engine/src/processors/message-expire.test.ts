import { DEFAULT_TENANT_ID, type Key, MessageIntent, ValueType } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import { startEngine } from '../../test/invariants.ts';
import { eventsOf, rejectionOf } from '../../test/outcome.ts';

describe('MESSAGE EXPIRE', () => {
  it('should come at the deadline, with the whole message', () => {
    // given
    const engine = startEngine();
    engine.publish('paid', 'k', { ttl: 1_000, with: { a: 1 }, id: 'once' });
    expect(eventsOf(engine, () => engine.advance(999))).toEqual([]);

    // when
    expect(eventsOf(engine, () => engine.advance(1))).toEqual(['MESSAGE EXPIRED']);

    // then
    expect(engine.events(ValueType.MESSAGE, MessageIntent.EXPIRED)[0]?.value).toMatchObject({
      name: 'paid',
      messageId: 'once',
      variables: '{"a":1}',
    });
    expect(engine.dump()).toEqual([]);
  });

  it('should refuse an unknown message', () => {
    const engine = startEngine();
    const value = {
      name: 'paid',
      correlationKey: '',
      timeToLive: 0,
      deadline: -1,
      messageId: '',
      variables: '{}',
      tenantId: DEFAULT_TENANT_ID,
      businessId: '',
    };
    expect(rejectionOf(engine.send(ValueType.MESSAGE, MessageIntent.EXPIRE, value, 7n as Key))).toBe(
      "NOT_FOUND: Expected to expire message with key '7', but no such message was found",
    );
  });
});
