import { SavedFilterIntent } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import { startEngine } from '../../test/invariants.ts';
import { rejectionOf } from '../../test/outcome.ts';
import { savedFilter, savedFilterCommand } from '../../test/saved-filters.ts';

const { CREATE, DELETE, DELETED } = SavedFilterIntent;

describe('SAVED_FILTER DELETE', () => {
  it('should leave nothing of the filter', () => {
    // given
    const engine = startEngine();
    const before = engine.dump();
    const { key } = savedFilterCommand(engine, CREATE).record;

    // when
    const { record } = savedFilterCommand(engine, DELETE, {}, key);

    // then
    const gone = savedFilter({ content: '', savedFilterKey: key, creationTimestamp: engine.nowMs });
    expect(record).toMatchObject({ intent: DELETED, key, value: gone });
    expect(engine.dump()).toEqual(before);
  });

  it('should refuse a filter that is gone', () => {
    const engine = startEngine();
    const { key } = savedFilterCommand(engine, CREATE).record;
    savedFilterCommand(engine, DELETE, {}, key);
    expect(rejectionOf(savedFilterCommand(engine, DELETE, {}, key))).toBe(
      `NOT_FOUND: Expected to delete the saved filter with key '${key}', but there is none`,
    );
  });
});
