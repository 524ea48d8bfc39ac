import { type Key, ProcessInstanceIntent } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import { elementCommand, nestedInstance } from '../../test/nested-instance.ts';
import { rejectionOf } from '../../test/outcome.ts';

const { CONTINUE_ACTIVATING_ELEMENT } = ProcessInstanceIntent;

describe('PROCESS_INSTANCE CONTINUE_ACTIVATING_ELEMENT', () => {
  it('should not bring back an element that ended before it began', () => {
    const { engine } = nestedInstance();
    expect(rejectionOf(elementCommand(engine, CONTINUE_ACTIVATING_ELEMENT, 99n as Key))).toBe(
      "INVALID_STATE: Expected element instance with key '99' to be present in state but not found.",
    );
  });

  it('should refuse an element that is further on', () => {
    const { engine } = nestedInstance();
    const task = engine.keyOf('task');
    expect(rejectionOf(elementCommand(engine, CONTINUE_ACTIVATING_ELEMENT, task))).toBe(
      `INVALID_STATE: Expected element instance with key '${task}' to be activating, but it is further on`,
    );
  });
});
