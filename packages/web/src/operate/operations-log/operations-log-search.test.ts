import { expect, test } from 'vitest';
import { operationsLogSearch } from './operations-log-search.ts';

test('should take filters, order and the entry that is shown', () => {
  const search = {
    process: 'order-process',
    version: 2,
    processInstanceKey: '2251799813685631',
    operation: 'CANCEL',
    entity: 'PROCESS_INSTANCE',
    result: 'FAIL',
    actor: 'amy',
    from: '2026-11-20T00:00:00.000Z',
    to: '2026-11-21T00:00:00.000Z',
    sort: 'entityType:asc',
    entry: '2251799813685250',
  };
  expect(operationsLogSearch(search)).toEqual(search);
});

test('should leave out what it does not know', () => {
  expect(operationsLogSearch({ operation: 'BAKE', entity: 1, result: '', from: 'soon', sort: 'x:y' })).toEqual({});
});

test('should need a process for a version', () => {
  expect(operationsLogSearch({ version: 2 })).toEqual({});
});
