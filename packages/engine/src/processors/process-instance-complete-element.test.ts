import { type Key, ProcessInstanceIntent } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import { elementCommand, nestedInstance } from '../../test/nested-instance.ts';
import { rejectionOf } from '../../test/outcome.ts';

describe('PROCESS_INSTANCE COMPLETE_ELEMENT', () => {
  it('should refuse an element that is gone, and a scope with living children', () => {
    const { engine } = nestedInstance();
    const sub = engine.keyOf('sub');
    expect(rejectionOf(elementCommand(engine, ProcessInstanceIntent.COMPLETE_ELEMENT, 99n as Key))).toBe(
      "INVALID_STATE: Expected element instance with key '99' to be present in state but not found.",
    );
    expect(rejectionOf(elementCommand(engine, ProcessInstanceIntent.COMPLETE_ELEMENT, sub))).toBe(
      `INVALID_STATE: Expected element instance with key '${sub}' to have no active children, but it has.`,
    );
  });
});
