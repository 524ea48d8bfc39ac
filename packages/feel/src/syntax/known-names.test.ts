import { describe, expect, it } from 'vitest';
import { printed } from '../../test/evaluate.ts';
import {
  compileExpression,
  compileUnaryTests,
  type FeelValue,
  fromJsonText,
  isContext,
  NamesInScope,
} from '../index.ts';
import { textWithKnownNames } from './known-names.ts';

const variables = `{
  "Monthly Salary": 1000, "a": 5, "b": 2, "a-b": 100, "x's": "X", "Applicant data": {"Credit Score": 600, "a-b": 7},
  "People": [{"First Name": "Ann", "Age": 30}, {"First Name": "Bob", "Age": 40}], "Is it ok?": true, "date": 1,
  "Start of day": "dawn", "day of": 3, "the year": 2020, "🐎 power": 4, "in/out": 9, "for 2": 22
}`;
const values = fromJsonText(variables) as ReadonlyMap<string, FeelValue>;
const scope = new NamesInScope(values.keys(), ['Credit Score', 'First Name', 'a-b']);

function evaluated(text: string, names = scope): string {
  const compiled = compileExpression(text, { names });
  if (!compiled.ok) return compiled.message;
  return printed(
    compiled.expression.evaluate({ variable: (name) => (isContext(values) ? values.get(name) : undefined), nowMs: 0 }),
  );
}

describe('names in scope', () => {
  it.each([
    ['Monthly Salary * 12', '12000'],
    ['Monthly   Salary * 12', '12000'],
    ['Applicant data.Credit Score > 500', 'true'],
    ['Applicant data . Credit Score', '600'],
    ['a-b', '100'],
    ['a - b', '100'],
    ['b-a', '-3'],
    ['(a)-b', '3'],
    ["x's + x's", '"XX"'],
    ['Applicant data.a-b', '7'],
    ['if Is it ok? then Monthly Salary else null', '1000'],
    ['People[First Name = "Bob"].Age', '[40]'],
    ['People.First Name', '["Ann", "Bob"]'],
    ['for p in People return p.First Name', '["Ann", "Bob"]'],
    ['Start of day', '"dawn"'],
    ['day of week(@"2024-01-01")', '"Monday"'],
    ['day of + 1', '4'],
    ['the year + 1', '2021'],
    ['🐎 power', '4'],
    ['in/out + 1', '10'],
    ['[for 2, Monthly Salary]', '[22, 1000]'],
    ['"Monthly Salary"', '"Monthly Salary"'],
    ['`Monthly Salary`', '1000'],
    ['{Monthly Salary: 1}.Monthly Salary', '1'],
    ['1 /* Monthly Salary */ + b', '3'],
  ])('should understand %s', (text, expected) => {
    expect(evaluated(text)).toBe(expected);
  });

  it.each([
    ['for my item in [1, 2] return my item * 2', '[2, 4]'],
    ['for x y in [1], z-z in [2] return x y + z-z', '[3]'],
    ['some my item in [1, 2] satisfies my item > 1', 'true'],
    ['{first one: 1, second-one: first one + 1}.second-one', '2'],
    ['{"first one": 1, second: first one + 1}.first one', '1'],
    ['(function(first one, second-one: number) first one - second-one)(3, 1)', '2'],
    ['[{my key: 1}, {my key: 2}][my key = 2].my key', '[2]'],
    ['{a b: {c d: [{e f: 1}]}}.a b.c d.e f', '[1]'],
  ])('should understand what the text itself declares: %s', (text, expected) => {
    expect(evaluated(text)).toBe(expected);
  });

  it('should hold in unary tests', () => {
    const compiled = compileUnaryTests('> Monthly Salary', { names: scope });
    expect(compiled.ok && [...compiled.expression.variableNames]).toEqual(['?', 'Monthly Salary']);
  });

  it('should not reach beyond the given names', () => {
    expect(evaluated('Yearly Salary')).toContain("but found 'Salary'");
    // Entries are no variables.
    expect(evaluated('Credit Score')).toContain("but found 'Score'");
    expect(evaluated('Monthly Salaryx')).toContain("but found 'Salaryx'");
    expect(evaluated('Monthly Salary', new NamesInScope([]))).toContain("but found 'Salary'");
    expect(evaluated('a-b', new NamesInScope([]))).toBe('3');
  });

  it('should not be understood without the option', () => {
    expect(compileExpression('{a b: 1}.a b').ok).toBe(false);
  });

  it('should add names to a scope', () => {
    const names = new NamesInScope(['x y']).with(['Monthly Salary']);
    expect(evaluated('Monthly Salary', names)).toBe('1000');
  });

  it('should take steps in proportion to the text', () => {
    // given names that match nearly everywhere, but never to their end
    const names = new NamesInScope(Array.from({ length: 31 }, (_, length) => `${'a '.repeat(length)}b`));
    const text = 'a '.repeat(16_000);
    // when
    const start = performance.now();
    textWithKnownNames(text, names);
    textWithKnownNames('{a b:'.repeat(6_000), names);
    textWithKnownNames('for a b in '.repeat(3_000), names);
    // then the bound only tells linear from quadratic
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
