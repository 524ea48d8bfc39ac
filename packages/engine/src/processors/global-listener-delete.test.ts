import { GlobalListenerIntent } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import { keptListeners, listenerCommand } from '../../test/global-listeners.ts';
import { startEngine } from '../../test/invariants.ts';
import { rejectionOf } from '../../test/outcome.ts';

const { CREATE, DELETE, DELETED } = GlobalListenerIntent;

describe('GLOBAL_LISTENER DELETE', () => {
  it('should take a listener away', () => {
    const engine = startEngine();
    const created = listenerCommand(engine, CREATE, 'a', { type: 'kind' });
    const answer = listenerCommand(engine, DELETE, 'a', { type: '' });
    expect(answer?.record).toMatchObject({ intent: DELETED, key: created?.record.key, value: { type: 'kind' } });
    expect(keptListeners(engine)).toEqual([]);
  });

  it('should be rejected for a listener that is not there', () => {
    const engine = startEngine();
    expect(rejectionOf(listenerCommand(engine, DELETE, 'a'))).toBe(
      "NOT_FOUND: Expected a global USER_TASK listener with id 'a' to exist, but it was not found",
    );
  });
});
