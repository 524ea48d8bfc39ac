import { expect, test } from 'vitest';
import { batchOperationsSearch } from './batch-operations-search.ts';

test('should take filters and order', () => {
  const search = { type: 'CANCEL_PROCESS_INSTANCE', state: 'FAILED', sort: 'endDate:asc' };
  expect(batchOperationsSearch(search)).toEqual(search);
});

test('should leave out what it does not know', () => {
  expect(batchOperationsSearch({ type: 'BAKE', state: 7, sort: 'cake:asc', more: 'x' })).toEqual({});
});
