import { expect, test } from 'vitest';
import { taskQueryOf } from './task-query.ts';

const open = { $in: ['CREATED', 'ASSIGNING', 'UPDATING', 'COMPLETING'] };

test('should ask for open tasks, the soonest due first', () => {
  expect(taskQueryOf({}, undefined, 'ada')).toEqual({
    filter: { state: open },
    sort: [{ field: 'dueDate', order: 'ASC' }],
  });
});

test.each([
  [{ queue: 'mine' } as const, { state: open, assignee: { $eq: 'ada' } }],
  [{ queue: 'unassigned' } as const, { state: open, assignee: { $exists: false } }],
  [{ queue: 'completed' } as const, { state: 'COMPLETED' }],
])('should know the queue of %j', (search, filter) => {
  expect(taskQueryOf(search, undefined, 'ada').filter).toEqual(filter);
});

test('should show what was completed last first', () => {
  expect(taskQueryOf({ queue: 'completed' }, undefined, 'ada').sort).toEqual([
    { field: 'completionDate', order: 'DESC' },
  ]);
});

test('should prefer what the address asks for to what is saved', () => {
  // when
  const { filter } = taskQueryOf({ filter: '1', where: { candidateGroup: 'sales' } }, { candidateGroup: 'hr' }, 'ada');

  // then
  expect(filter).toEqual({ state: open, candidateGroup: 'sales' });
});

test('should compare variables as JSON, and text that is none as text', () => {
  // when
  const { filter } = taskQueryOf(
    {
      where: {
        variables: [
          { name: 'amount', operator: 'equals', value: '5' },
          { name: 'customer', operator: 'equals', value: 'Ada' },
          { name: 'note', operator: 'contains', value: '100%*' },
          { name: 'vip', operator: 'missing', value: '' },
          { name: 'size', operator: 'greater', value: '10' },
        ],
      },
    },
    undefined,
    'ada',
  );

  // then
  expect(filter?.processInstanceVariables).toEqual([
    { name: 'amount', value: { $eq: '5' } },
    { name: 'customer', value: { $eq: '"Ada"' } },
    { name: 'note', value: { $like: '*100%\\**' } },
    { name: 'vip', value: { $exists: false } },
    { name: 'size', value: { $gt: 10 } },
  ]);
});

test('should take wildcards in business ids, but none in names', () => {
  const { filter } = taskQueryOf({ q: 'why? so', where: { businessId: 'loan-*' } }, undefined, 'ada');
  expect(filter).toMatchObject({ businessId: { $like: 'loan-*' }, name: { $like: '*?hy\\? so*' } });
});

test('should ask for whole days', () => {
  const { filter = {} } = taskQueryOf({ where: { dueFrom: '2026-12-24', dueTo: '2026-12-24' } }, undefined, 'ada');
  const { $gte, $lte } = filter.dueDate as { $gte: string; $lte: string };
  expect(Date.parse($lte) - Date.parse($gte)).toBe(24 * 60 * 60 * 1_000 - 1);
});
