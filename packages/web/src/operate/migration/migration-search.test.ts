import { describe, expect, test } from 'vitest';
import { instancesOf, migrationSearch, singleKeyOf } from './migration-search.ts';

describe('migrationSearch', () => {
  test('should take what is understood', () => {
    const search = {
      source: '2251799813685251',
      filter: { state: 'ACTIVE' },
      target: 2251799813685252,
      mapping: { a: 'b', c: '', d: 1 },
      element: 'a',
      onlyUnmapped: true,
      step: 'review',
      other: 1,
    };
    expect(migrationSearch(search)).toEqual({
      source: '2251799813685251',
      filter: { state: 'ACTIVE' },
      target: '2251799813685252',
      mapping: { a: 'b', c: '' },
      element: 'a',
      onlyUnmapped: true,
      step: 'review',
    });
  });

  test('should leave out what is not', () => {
    expect(
      migrationSearch({ source: 'x', filter: [1], keys: 'no', target: {}, mapping: 'x', element: 1, step: 2 }),
    ).toEqual({});
  });

  test('should say which instances are meant', () => {
    const two = migrationSearch({ keys: '2251799813685251, 2251799813685252 2251799813685251' });
    expect(instancesOf(two)).toEqual({ processInstanceKey: { $in: ['2251799813685251', '2251799813685252'] } });
    expect(singleKeyOf(two)).toBeUndefined();
    expect(singleKeyOf(migrationSearch({ keys: '2251799813685251' }))).toBe('2251799813685251');
    expect(singleKeyOf({ filter: { processInstanceKey: { $in: ['1'] } } })).toBe('1');
    expect(singleKeyOf({ filter: { state: 'ACTIVE' } })).toBeUndefined();
    expect(instancesOf({ filter: { state: 'ACTIVE' } })).toEqual({ state: 'ACTIVE' });
    expect(instancesOf({})).toBeUndefined();
  });
});
