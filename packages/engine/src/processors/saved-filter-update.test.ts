import { type Key, SavedFilterIntent } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import { startEngine } from '../../test/invariants.ts';
import { rejectionOf } from '../../test/outcome.ts';
import { savedFilter, savedFilterCommand } from '../../test/saved-filters.ts';

const { CREATE, CREATED, UPDATE, UPDATED } = SavedFilterIntent;

describe('SAVED_FILTER UPDATE', () => {
  it('should replace name, content and whether it is shared, and nothing else', () => {
    // given
    const engine = startEngine();
    const made = savedFilterCommand(engine, CREATE).record;
    const creationTimestamp = engine.nowMs;
    engine.advance(1_000);

    // when
    const said = { app: 'operate' as const, owner: 'bob', name: 'Later', isShared: true, content: '{"a":1}' };
    const { record } = savedFilterCommand(engine, UPDATE, said, made.key);

    // then
    expect(record).toMatchObject({ intent: UPDATED, key: made.key });
    const filter = savedFilter({ name: 'Later', isShared: true, content: '{"a":1}' });
    expect(record.value).toEqual({ ...filter, savedFilterKey: made.key, creationTimestamp });
  });

  it('should let a filter keep its name, and free the one it had', () => {
    const engine = startEngine();
    const { key } = savedFilterCommand(engine, CREATE).record;
    expect(savedFilterCommand(engine, UPDATE, { isShared: true }, key).record.intent).toBe(UPDATED);
    expect(savedFilterCommand(engine, UPDATE, { name: 'Later' }, key).record.intent).toBe(UPDATED);
    expect(savedFilterCommand(engine, CREATE).record.intent).toBe(CREATED);
  });

  it('should refuse the name of another filter of its owner', () => {
    const engine = startEngine();
    const other = savedFilterCommand(engine, CREATE, { name: 'Later' }).record;
    const { key } = savedFilterCommand(engine, CREATE).record;
    expect(rejectionOf(savedFilterCommand(engine, UPDATE, { name: 'Later' }, key))).toBe(
      `ALREADY_EXISTS: Expected 'ann' to have no saved filter for tasklist with the name 'Later' yet, but the one with key '${other.key}' has it`,
    );
  });

  it('should refuse what could not be saved, and a filter that is not there', () => {
    const engine = startEngine();
    const { key } = savedFilterCommand(engine, CREATE).record;
    expect(rejectionOf(savedFilterCommand(engine, UPDATE, { content: 'null' }, key))).toContain('INVALID_ARGUMENT');
    expect(rejectionOf(savedFilterCommand(engine, UPDATE, {}, 7n as Key))).toBe(
      "NOT_FOUND: Expected to update the saved filter with key '7', but there is none",
    );
  });
});
