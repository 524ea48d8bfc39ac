import { expect, it } from 'vitest';
import { sourcePositions } from './source-position.ts';

it('should resolve offsets in any order to lines and columns', () => {
  const positions = sourcePositions('ab\ncd\r\n\nx', [9, 0, 3, 4, 3]);

  expect([...positions]).toEqual([
    [0, { line: 1, column: 1 }],
    [3, { line: 2, column: 1 }],
    [4, { line: 2, column: 2 }],
    [9, { line: 4, column: 2 }],
  ]);
});
