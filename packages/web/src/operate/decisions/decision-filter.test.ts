import { expect, test } from 'vitest';
import { decisionFilter, selectedFilter } from './decision-filter.ts';

test('should ask for everything by default', () => {
  expect(decisionFilter({})).toEqual({});
});

test('should ask for what is filtered by', () => {
  expect(
    decisionFilter({
      decision: 'risk',
      version: 2,
      state: 'FAILED',
      businessId: 'a-1',
      to: '2026-11-21T00:00:00.000Z',
    }),
  ).toEqual({
    decisionDefinitionId: 'risk',
    decisionDefinitionVersion: 2,
    state: 'FAILED',
    businessId: 'a-1',
    evaluationDate: { $lte: '2026-11-21T00:00:00.000Z' },
  });
  expect(decisionFilter({ businessId: 'a-*' })).toEqual({ businessId: { $like: 'a-*' } });
});

test('should take one key without a number for a whole evaluation', () => {
  expect(decisionFilter({ keys: '22' })).toEqual({ decisionEvaluationKey: '22' });
  expect(decisionFilter({ keys: '22-1' })).toEqual({ decisionEvaluationInstanceKey: { $in: ['22-1'] } });
  expect(decisionFilter({ keys: '22-1, 23-1' })).toEqual({ decisionEvaluationInstanceKey: { $in: ['22-1', '23-1'] } });
});

test('should choose some', () => {
  expect(selectedFilter({ decision: 'risk' }, { isAll: false, ids: new Set(['22-1']) })).toEqual({
    decisionEvaluationInstanceKey: { $in: ['22-1'] },
  });
});

test('should choose all results but some', () => {
  expect(selectedFilter({ decision: 'risk' }, { isAll: true, ids: new Set() })).toEqual({
    decisionDefinitionId: 'risk',
  });
  expect(selectedFilter({ keys: '22-1 22-2' }, { isAll: true, ids: new Set(['22-2']) })).toEqual({
    decisionEvaluationInstanceKey: { $in: ['22-1', '22-2'], $notIn: ['22-2'] },
  });
});
