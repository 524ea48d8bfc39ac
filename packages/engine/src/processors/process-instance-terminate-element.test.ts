import { type Key, ProcessInstanceIntent, ValueType } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import { elementCommand, nestedInstance } from '../../test/nested-instance.ts';
import { rejectionOf } from '../../test/outcome.ts';

describe('PROCESS_INSTANCE TERMINATE_ELEMENT', () => {
  it('should refuse an element that is gone', () => {
    const { engine } = nestedInstance();
    expect(rejectionOf(elementCommand(engine, ProcessInstanceIntent.TERMINATE_ELEMENT, 99n as Key))).toBe(
      "INVALID_STATE: Expected element instance with key '99' to be active, but it is gone.",
    );
  });

  it('should refuse an element that is terminating already', () => {
    // given
    const { engine } = nestedInstance({ limits: { followUpCommandsMax: 0 } });
    const sub = engine.keyOf('sub');
    const { value } = engine.events(ValueType.PROCESS_INSTANCE).find(({ key }) => key === sub)!;
    engine.submit(ValueType.PROCESS_INSTANCE, ProcessInstanceIntent.TERMINATE_ELEMENT, value, sub);
    engine.flush();

    // then
    expect(rejectionOf(elementCommand(engine, ProcessInstanceIntent.TERMINATE_ELEMENT, sub))).toBe(
      `INVALID_STATE: Expected element instance with key '${sub}' to be active, but it is terminating already.`,
    );
  });
});
