import { expect, test } from 'vitest';
import { operationsLogFilter } from './operations-log-filter.ts';

test('should ask for everything by default', () => {
  expect(operationsLogFilter({}, undefined)).toEqual({});
});

test('should ask for what is filtered by', () => {
  const search = { process: 'order', version: 2, operation: 'CANCEL', from: '2026-11-20T00:00:00.000Z' } as const;
  expect(operationsLogFilter(search, '7')).toEqual({
    processDefinitionId: 'order',
    processDefinitionKey: '7',
    operationType: 'CANCEL',
    timestamp: { $gte: '2026-11-20T00:00:00.000Z' },
  });
});

test('should find nothing by a version or a key that cannot be', () => {
  expect(operationsLogFilter({ process: 'order', version: 9 }, undefined)).toMatchObject({
    processDefinitionKey: '-1',
  });
  expect(operationsLogFilter({ processInstanceKey: 'abc' }, undefined)).toEqual({ processInstanceKey: '-1' });
});
