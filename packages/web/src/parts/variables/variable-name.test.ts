import { expect, test } from 'vitest';
import { isPlainName, variableNameProblem } from './variable-name.ts';

test('should say what is wrong with a name', () => {
  const taken = new Set(['total']);
  expect(variableNameProblem('', taken)).toBe('nameMissing');
  expect(variableNameProblem('  ', taken)).toBe('nameMissing');
  expect(variableNameProblem(' a', taken)).toBe('nameSpaces');
  expect(variableNameProblem('total', taken)).toBe('nameTaken');
  expect(variableNameProblem('<b>', taken)).toBeUndefined();
});

test('should know which names expressions can use as they are', () => {
  expect(['a', '_1', 'größe', '$x'].filter(isPlainName)).toHaveLength(4);
  expect(['1a', 'a b', 'a-b', ''].filter(isPlainName)).toEqual([]);
});
