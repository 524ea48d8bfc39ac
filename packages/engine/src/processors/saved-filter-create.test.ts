import { SAVED_FILTERS_MAX, SavedFilterIntent, ValueType } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import { startEngine } from '../../test/invariants.ts';
import { rejectionOf } from '../../test/outcome.ts';
import { savedFilter, savedFilterCommand } from '../../test/saved-filters.ts';
import type { TestEngine } from '../../test/test-engine.ts';
import { createEngineState } from '../state/engine-state.ts';
import { ALL_SAVED_FILTERS } from '../state/saved-filter.ts';

const { CREATE, CREATED } = SavedFilterIntent;

const create = (engine: TestEngine, said = {}) => savedFilterCommand(engine, CREATE, said);

describe('SAVED_FILTER CREATE', () => {
  it('should keep a filter with a key and the time it was made', () => {
    // given
    const engine = startEngine();

    // when
    const { record } = create(engine, { isShared: true });

    // then
    const kept = { ...savedFilter({ isShared: true }), savedFilterKey: record.key, creationTimestamp: engine.nowMs };
    expect(record).toMatchObject({ valueType: ValueType.SAVED_FILTER, intent: CREATED, value: kept });
    const row = { app: 'tasklist', owner: 'ann', name: 'Urgent', creationTimestamp: engine.nowMs };
    expect(createEngineState(engine.store).savedFilters.get(ALL_SAVED_FILTERS, record.key)).toEqual(row);
  });

  it('should take the same name again for another app and from another owner', () => {
    const engine = startEngine();
    for (const said of [{}, { app: 'operate' as const }, { owner: 'bob' }, { name: 'urgent' }]) {
      expect(create(engine, said).record.intent).toBe(CREATED);
    }
  });

  it('should refuse a name that its owner has for the app already', () => {
    const engine = startEngine();
    const { record } = create(engine);
    expect(rejectionOf(create(engine, { content: '{}' }))).toBe(
      `ALREADY_EXISTS: Expected 'ann' to have no saved filter for tasklist with the name 'Urgent' yet, but the one with key '${record.key}' has it`,
    );
  });

  it.each([
    [{ app: 'console' as never }, "Expected 'app' to be among [operate, tasklist], but got 'console'"],
    [{ owner: '' }, "Expected 'owner' to have a visible character, but it is blank"],
    [{ owner: 'x'.repeat(257) }, "Expected 'owner' to have at most 256 characters, but it has 257"],
    [{ name: ' \n' }, "Expected 'name' to have a visible character, but it is blank"],
    [{ name: '🐝'.repeat(101) }, "Expected 'name' to have at most 100 characters, but it has"],
    [{ content: '[]' }, "Expected 'content' to be a JSON object, but"],
    [{ content: '{"a":' }, "Expected 'content' to be a JSON object, but"],
    [{ content: '' }, "Expected 'content' to be a JSON object, but"],
    [
      { content: JSON.stringify({ a: 'é'.repeat(8_189) }) },
      "Expected 'content' to have at most 16384 bytes, but it has 16386",
    ],
  ])('should refuse what nobody could find or read %#', (said, reason) => {
    const engine = startEngine();
    expect(rejectionOf(create(engine, said))).toContain(`INVALID_ARGUMENT: ${reason}`);
  });

  it('should take texts that are as long as they may be', () => {
    const engine = startEngine();
    const longest = {
      owner: 'x'.repeat(256),
      name: '🐝'.repeat(100),
      content: JSON.stringify({ a: 'é'.repeat(8_188) }),
    };
    expect(create(engine, longest).record.intent).toBe(CREATED);
  });

  it('should keep half characters as the log can tell them', () => {
    const engine = startEngine();
    const { record } = create(engine, { name: 'a\ud800', owner: '\udc00b' });
    expect(record.value).toMatchObject({ name: 'a\ufffd', owner: '\ufffdb' });
  });

  it('should refuse more filters than a server keeps', () => {
    // given
    const engine = startEngine();
    for (let index = 0; index < SAVED_FILTERS_MAX; index++) {
      engine.submit(ValueType.SAVED_FILTER, CREATE, savedFilter({ name: `filter ${index}` }));
    }
    engine.settle();
    const [first] = engine.events(ValueType.SAVED_FILTER);

    // when
    const answer = create(engine);

    // then
    expect(rejectionOf(answer)).toBe(
      `INVALID_STATE: Expected at most 1000 saved filters on this server, but there are as many already; delete one first`,
    );
    savedFilterCommand(engine, SavedFilterIntent.DELETE, {}, first!.key);
    expect(create(engine).record.intent).toBe(CREATED);
  });
});
