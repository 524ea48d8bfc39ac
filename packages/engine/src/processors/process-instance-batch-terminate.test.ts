import { type Key, NO_KEY, ProcessInstanceBatchIntent, ValueType } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import { nestedInstance } from '../../test/nested-instance.ts';
import { rejectionOf } from '../../test/outcome.ts';

describe('PROCESS_INSTANCE_BATCH TERMINATE', () => {
  it('should refuse a scope without children left', () => {
    const { engine, instance } = nestedInstance();
    const answer = engine.send(ValueType.PROCESS_INSTANCE_BATCH, ProcessInstanceBatchIntent.TERMINATE, {
      processInstanceKey: instance,
      batchElementInstanceKey: 99n as Key,
      afterKey: NO_KEY,
      index: 0,
    });
    expect(rejectionOf(answer)).toBe(
      "INVALID_STATE: Expected element instance with key '99' to have children left to terminate, but it has none.",
    );
  });
});
