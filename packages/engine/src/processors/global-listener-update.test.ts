import { GlobalListenerIntent } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import { keptListeners, listenerCommand } from '../../test/global-listeners.ts';
import { startEngine } from '../../test/invariants.ts';
import { rejectionOf } from '../../test/outcome.ts';

const { CREATE, UPDATE, UPDATED } = GlobalListenerIntent;

describe('GLOBAL_LISTENER UPDATE', () => {
  it('should change a listener under its key', () => {
    const engine = startEngine();
    const created = listenerCommand(engine, CREATE, 'a');
    const answer = listenerCommand(engine, UPDATE, 'a', { type: 'other', eventTypes: ['creating'] });
    expect(answer?.record).toMatchObject({ intent: UPDATED, key: created?.record.key });
    expect(keptListeners(engine)).toMatchObject([{ type: 'other', eventTypes: ['creating'] }]);
  });

  it('should be rejected for a listener that is not there or cannot be so', () => {
    const engine = startEngine();
    listenerCommand(engine, CREATE, 'a');
    expect(rejectionOf(listenerCommand(engine, UPDATE, 'b'))).toBe(
      "NOT_FOUND: Expected a global USER_TASK listener with id 'b' to exist, but it was not found",
    );
    expect(rejectionOf(listenerCommand(engine, UPDATE, 'a', { eventTypes: [] }))).toMatch(/^INVALID_ARGUMENT: Missing/);
  });
});
