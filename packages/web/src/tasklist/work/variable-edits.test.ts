import { expect, test } from 'vitest';
import { variablesOfEdits, wrongEdits } from './variable-edits.ts';

test('should find what is wrong', () => {
  // given
  const edits = [
    { id: '1', name: 'a', text: '5', isNew: false },
    { id: '2', name: ' ', text: '5', isNew: true },
    { id: '3', name: 'b', text: 'text', isNew: true },
    { id: '4', name: 'a ', text: '5', isNew: true },
  ];

  // when / then
  expect(wrongEdits(edits)).toEqual(
    new Map([
      ['2', 'name'],
      ['3', 'value'],
      ['4', 'name'],
    ]),
  );
});

test('should give variables', () => {
  expect(variablesOfEdits([{ id: '1', name: ' a ', text: '{"b":[1]}', isNew: true }])).toEqual({ a: { b: [1] } });
});
