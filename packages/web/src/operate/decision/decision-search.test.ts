import { expect, test } from 'vitest';
import { decisionSearch } from './decision-search.ts';

test('should take what is open', () => {
  expect(decisionSearch({ tab: 'result', drd: false })).toEqual({ tab: 'result', drd: false });
});

test('should leave out what it does not know', () => {
  expect(decisionSearch({ tab: 'past', drd: 'yes' })).toEqual({});
});
