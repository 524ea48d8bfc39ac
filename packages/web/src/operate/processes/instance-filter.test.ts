import { describe, expect, test } from 'vitest';
import { instanceFilter, selectedFilter, statisticsFilter } from './instance-filter.ts';

describe('states', () => {
  test.each([
    [undefined, { state: { $in: ['ACTIVE', 'SUSPENDED'] } }],
    ['all', {}],
    ['active', { state: 'ACTIVE', hasIncident: false }],
    ['incident', { state: 'ACTIVE', hasIncident: true }],
    ['active,incident', { state: 'ACTIVE' }],
    ['completed,canceled', { state: { $in: ['COMPLETED', 'TERMINATED'] } }],
    ['incident,completed', { $or: [{ state: 'ACTIVE', hasIncident: true }, { state: 'COMPLETED' }] }],
    ['active,incident,suspended,completed,canceled', {}],
  ])('should ask for %s', (states, filter) => {
    expect(instanceFilter(states === undefined ? {} : { states })).toEqual(filter);
  });
});

test('should ask for instances that are at an element, or have been', () => {
  const where = { process: 'p', element: 'pay' };
  expect(instanceFilter({ ...where, states: 'active,incident' })).toEqual({
    processDefinitionId: 'p',
    elementId: 'pay',
    elementInstanceState: 'ACTIVE',
    state: 'ACTIVE',
  });
  expect(instanceFilter({ ...where, states: 'incident' })).toMatchObject({ hasElementInstanceIncident: true });
  expect(instanceFilter({ ...where, states: 'completed' })).toEqual({
    processDefinitionId: 'p',
    elementId: 'pay',
    state: 'COMPLETED',
  });
});

test('should combine alternatives of states and of variables', () => {
  // given
  const variables = [
    [
      { name: 'a', operator: 'equals', value: 'x' },
      { name: 'b', operator: 'greater', value: '5' },
    ],
    [{ name: 'c', operator: 'exists', value: '' }],
  ] as const;

  // when
  const filter = instanceFilter({ states: 'incident,completed', variables });

  // then
  const first = [
    { name: 'a', value: { $eq: '"x"' } },
    { name: 'b', value: { $gt: 5 } },
  ];
  const second = [{ name: 'c', value: { $exists: true } }];
  expect(filter).toEqual({
    $or: [
      { state: 'ACTIVE', hasIncident: true, variables: first },
      { state: 'ACTIVE', hasIncident: true, variables: second },
      { state: 'COMPLETED', variables: first },
      { state: 'COMPLETED', variables: second },
    ],
  });
  expect(instanceFilter({ states: 'all', variables: [variables[1]] })).toEqual({ variables: second });
});

test('should leave out conditions that are not finished', () => {
  expect(instanceFilter({ states: 'all', variables: [[{ name: '', operator: 'equals', value: 'x' }]] })).toEqual({});
  expect(instanceFilter({ states: 'all', businessId: 'like:' })).toEqual({});
});

test('should ask for everything else', () => {
  expect(
    instanceFilter({
      states: 'all',
      process: 'p',
      version: 2,
      tenant: 't',
      keys: '1 2',
      businessId: 'like:order-*',
      parent: '3',
      batch: '4',
      error: 'no paper',
      errorHash: -7,
      retriesLeft: true,
      startedFrom: '2026-01-01T00:00:00.000Z',
      endedTo: '2026-02-01T00:00:00.000Z',
      tags: 'a,b',
    }),
  ).toEqual({
    processDefinitionId: 'p',
    processDefinitionVersion: 2,
    tenantId: 't',
    processInstanceKey: { $in: ['1', '2'] },
    businessId: { $like: 'order-*' },
    parentProcessInstanceKey: '3',
    batchOperationKey: '4',
    errorMessage: { $like: '*no paper*' },
    incidentErrorHashCode: -7,
    hasRetriesLeft: true,
    startDate: { $gte: '2026-01-01T00:00:00.000Z' },
    endDate: { $lte: '2026-02-01T00:00:00.000Z' },
    tags: ['a', 'b'],
  });
});

test('should count elements without regard to the chosen one', () => {
  expect(statisticsFilter({ process: 'p', version: 1, element: 'pay', states: 'active,incident' })).toEqual({
    state: 'ACTIVE',
  });
});

describe('selection', () => {
  test('should be the keys, or the filter without some', () => {
    const filter = { state: 'ACTIVE', processInstanceKey: { $in: ['1', '2', '3'] } } as const;
    expect(selectedFilter(filter, { isAll: false, ids: new Set(['1']) })).toEqual({
      processInstanceKey: { $in: ['1'] },
    });
    expect(selectedFilter(filter, { isAll: true, ids: new Set() })).toBe(filter);
    expect(selectedFilter(filter, { isAll: true, ids: new Set(['2']) })).toEqual({
      state: 'ACTIVE',
      processInstanceKey: { $in: ['1', '2', '3'], $notIn: ['2'] },
    });
  });
});
