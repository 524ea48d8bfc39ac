import { describe, expect, test } from 'vitest';
import { notUnderstood, processesSearch, sortOf, statesOf, statesText } from './processes-search.ts';

test('should take what is understood and tell the rest', () => {
  // given
  const typed = {
    process: 'order',
    version: '2',
    states: 'incident,unknown',
    keys: 'a 2251799813685251,2251799813685252',
    parent: 'abc',
    startedFrom: '2026-01-01T00:00:00+01:00',
    endedTo: 'yesterday',
    variables: [[{ name: 'a', operator: 'greater', value: 5 }, { name: 3 }], 'x'],
    sort: 'color:up',
    colour: 'red',
  };

  // then
  expect(processesSearch(typed)).toEqual({
    process: 'order',
    version: 2,
    states: 'incident',
    keys: '2251799813685251 2251799813685252',
    startedFrom: '2025-12-31T23:00:00.000Z',
    variables: [[{ name: 'a', operator: 'greater', value: '5' }]],
  });
  expect(notUnderstood(typed)).toEqual(['parent', 'endedTo', 'sort', 'colour']);
});

test.each([
  { process: 5 },
  { process: { a: 1 } },
  { keys: [] },
  { variables: { a: 1 } },
  { variables: [[null]] },
  { version: 1.5, process: 'x' },
  { states: '' },
  { process: 'x'.repeat(20_000) },
  { retriesLeft: 'no' },
])('should not fall over %j', (typed) => {
  expect(() => processesSearch(typed)).not.toThrow();
  expect(() => notUnderstood(typed)).not.toThrow();
});

test('should read numbers where texts are meant', () => {
  expect(processesSearch({ process: 5, keys: 2251799813685251, parent: 7 })).toEqual({
    process: '5',
    keys: '2251799813685251',
    parent: '7',
  });
});

test('should leave out a version of no process', () => {
  expect(processesSearch({ version: 2 })).toEqual({});
  expect(notUnderstood({ version: 2 })).toEqual(['version']);
});

describe('states', () => {
  test('should be the running ones, and all when single instances are asked for', () => {
    expect([...statesOf({})]).toEqual(['active', 'incident', 'suspended']);
    expect([...statesOf({ keys: '1' })]).toEqual([]);
    expect([...statesOf({ states: 'all' })]).toEqual([]);
    expect([...statesOf({ states: 'completed', keys: '1' })]).toEqual(['completed']);
  });

  test('should stand in the URL when they are not the usual ones', () => {
    expect(statesText(new Set(['active', 'incident', 'suspended']), {})).toBeUndefined();
    expect(statesText(new Set(), {})).toBe('all');
    expect(statesText(new Set(), { parent: '1' })).toBeUndefined();
    expect(statesText(new Set(['completed', 'active']), {})).toBe('active,completed');
  });
});

test('should know by what to sort', () => {
  expect(sortOf({ sort: 'endDate:asc' })).toEqual({ field: 'endDate', order: 'ASC' });
  expect(sortOf({ sort: 'endDate' })).toBeUndefined();
  expect(sortOf({})).toBeUndefined();
});
