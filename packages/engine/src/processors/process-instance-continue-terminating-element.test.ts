import { ProcessInstanceIntent } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import { elementCommand, nestedInstance } from '../../test/nested-instance.ts';
import { rejectionOf } from '../../test/outcome.ts';

describe('PROCESS_INSTANCE CONTINUE_TERMINATING_ELEMENT', () => {
  it('should refuse an element that is not terminating', () => {
    const { engine } = nestedInstance();
    const task = engine.keyOf('task');
    expect(rejectionOf(elementCommand(engine, ProcessInstanceIntent.CONTINUE_TERMINATING_ELEMENT, task))).toBe(
      `INVALID_STATE: Expected element instance with key '${task}' to be terminating without children, but it is not.`,
    );
  });
});
