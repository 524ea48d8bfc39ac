import { expect, test } from 'vitest';
import { draftedRows } from './variable-row.ts';

const amount = { variableKey: '2', name: 'amount', value: '7', isTruncated: false };
const drafts = { amount: { text: '8', base: '7' }, note: { text: '"new"', base: undefined } };

test('should show drafts with their variables, and new ones first', () => {
  const rows = draftedRows([amount], { drafts, names: ['amount', 'note'] }, '');
  expect(rows.map(({ name, value, draft }) => [name, value, draft?.text])).toEqual([
    ['note', '', '"new"'],
    ['amount', '7', '8'],
  ]);
});

test('should filter new variables as the server filters the others', () => {
  expect(draftedRows([amount], { drafts, names: ['amount', 'note'] }, 'AM').map(({ name }) => name)).toEqual([
    'amount',
  ]);
});
