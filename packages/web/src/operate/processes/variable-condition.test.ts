import { describe, expect, test } from 'vitest';
import {
  conditionProblem,
  jsonTextOf,
  type VariableOperator,
  valueKind,
  variableFilter,
} from './variable-condition.ts';

describe('values as typed', () => {
  test.each([
    ['Ada', 'text', '"Ada"'],
    [' Ada ', 'text', '"Ada"'],
    ['"5"', 'text', '"5"'],
    ['say "hi"', 'text', '"say \\"hi\\""'],
    ['5', 'number', '5'],
    ['-1.50', 'number', '-1.50'],
    ['12345678901234567890', 'number', '12345678901234567890'],
    ['2026-01-01', 'text', '"2026-01-01"'],
    ['true', 'boolean', 'true'],
    ['null', 'null', 'null'],
    ['[1, 2]', 'json', '[1,2]'],
    ['{ "a": 1 }', 'json', '{"a":1}'],
    ['{ a }', 'text', '"{ a }"'],
  ])('should take %s for a %s', (typed, kind, json) => {
    expect(valueKind(typed)).toBe(kind);
    expect(jsonTextOf(typed)).toBe(json);
  });
});

describe('conditions', () => {
  const filter = (operator: VariableOperator, value: string) => variableFilter({ name: 'x', operator, value })?.value;

  test('should become filters of the API', () => {
    expect(filter('equals', 'Ada')).toEqual({ $eq: '"Ada"' });
    expect(filter('differs', '5')).toEqual({ $neq: '5' });
    expect(filter('oneOf', 'a, 5, true')).toEqual({ $in: ['"a"', '5', 'true'] });
    expect(filter('oneOf', '["a,b", 1]')).toEqual({ $in: ['"a,b"', '1'] });
    expect(filter('greater', '5')).toEqual({ $gt: 5 });
    expect(filter('atMost', '-0.5')).toEqual({ $lte: -0.5 });
    expect(filter('exists', '')).toEqual({ $exists: true });
    expect(filter('missing', '')).toEqual({ $exists: false });
  });

  test('should look for a text anywhere, and for a pattern in the whole', () => {
    expect(filter('contains', 'Ada')).toEqual({ $like: '*Ada*' });
    expect(filter('contains', 'A*a')).toEqual({ $like: '"A*a"' });
    expect(filter('contains', '5\\*3')).toEqual({ $like: '*5\\*3*' });
    expect(filter('contains', 'C:\\x')).toEqual({ $like: '*C:\\\\\\\\x*' });
  });

  test('should say what is missing', () => {
    expect(conditionProblem({ name: ' ', operator: 'equals', value: 'x' })).toBe('name');
    expect(conditionProblem({ name: 'x', operator: 'equals', value: '' })).toBe('value');
    expect(conditionProblem({ name: 'x', operator: 'greater', value: 'much' })).toBe('number');
    expect(conditionProblem({ name: 'x', operator: 'exists', value: '' })).toBeUndefined();
    expect(variableFilter({ name: '', operator: 'exists', value: '' })).toBeUndefined();
  });
});
