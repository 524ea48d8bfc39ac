import { expect, test } from 'vitest';
import { batchOperationSearch } from './batch-operation-search.ts';

test('should take state and order of items', () => {
  expect(batchOperationSearch({ state: 'FAILED', sort: 'processedDate:asc' })).toEqual({
    state: 'FAILED',
    sort: 'processedDate:asc',
  });
});

test('should leave out what it does not know', () => {
  expect(batchOperationSearch({ state: 'LOST', sort: 'processedDate' })).toEqual({});
});
