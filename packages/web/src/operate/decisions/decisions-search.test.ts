import { expect, test } from 'vitest';
import { decisionsSearch } from './decisions-search.ts';

test('should take filters and order', () => {
  const search = {
    decision: 'loan-risk',
    version: 1,
    state: 'FAILED',
    keys: '2251799813685650-1 2251799813685650-2',
    processInstanceKey: '2251799813685631',
    businessId: 'loan-*',
    from: '2026-11-20T00:00:00.000Z',
    to: '2026-11-21T00:00:00.000Z',
    sort: 'evaluationDate:asc',
    drd: true,
  };
  expect(decisionsSearch(search)).toEqual(search);
});

test('should leave out what it does not know', () => {
  expect(decisionsSearch({ version: 1, state: 'UNKNOWN', from: 'x', sort: 'result:asc', tab: 1, drd: true })).toEqual(
    {},
  );
});
