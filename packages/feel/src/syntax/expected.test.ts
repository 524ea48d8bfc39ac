import { describe, expect, it } from 'vitest';
import { compileExpression, compileUnaryTests } from '../index.ts';

const finding = (compiled: ReturnType<typeof compileExpression>) =>
  compiled.ok ? 'none' : compiled.message.replace(/^Failed to parse expression '.*': Expected /s, '');

describe('a text that is no expression', () => {
  it.each([
    ['', 'a value, but found the end of the expression'],
    ['x >', 'a value, but found the end of the expression'],
    ['x == 1', "a value, but found '=' at line 1, column 4"],
    ['= x', "a value, but found '=' at line 1, column 1"],
    ['x\n  && y', "an operator or the end, but found '&' at line 2, column 3"],
    ['no such thing', "an operator or the end, but found 'such' at line 1, column 4"],
    ['(1 2)', "an operator or ')', but found '2' at line 1, column 4"],
    ['f(1 2)', "an operator, ',' or ')', but found '2' at line 1, column 5"],
    ['f(', "a value or ')', but found the end of the expression"],
    ['[1', "an operator, ',' or ']', but found the end of the expression"],
    ['[1,] + 2', "a value, but found ']' at line 1, column 4"],
    ['{', "a key or '}', but found the end of the expression"],
    ['{a 1}', "':', but found '}' at line 1, column 5"],
    ['{a: 1 b: 2}', "an operator, ',' or '}', but found 'b' at line 1, column 7"],
    ['{a: 1,}', "a key, but found '}' at line 1, column 7"],
    ['if a', "an operator or 'then', but found the end of the expression"],
    ['{x: if a then 1}', "an operator or 'else', but found '}' at line 1, column 16"],
    ['for x', "'in', but found the end of the expression"],
    ['for x in l, y', "'in', but found the end of the expression"],
    ['for x in 1..3 x', "an operator or 'return', but found 'x' at line 1, column 15"],
    ['some x in l', "an operator or 'satisfies', but found the end of the expression"],
    ['x between 1', "an operator or 'and', but found the end of the expression"],
    ['x instance', "'of', but found the end of the expression"],
    ['x instance of', 'a type, but found the end of the expression'],
    ['function', "'(', but found the end of the expression"],
    ['function(a)', 'a value, but found the end of the expression'],
    ['for x in 1..', 'a value, but found the end of the expression'],
    ['a.', 'a name, but found the end of the expression'],
    ['1 + "a', "a closing '\"', but found '\"' at line 1, column 5"],
    ['`a', "a closing '`', but found '`' at line 1, column 1"],
  ])('should say of %j what is missing: %s', (text, expected) => {
    expect(finding(compileExpression(text))).toBe(expected);
  });

  it.each([
    ['> 1,', 'a value, but found the end of the expression'],
    ['[1..2', "an operator, ',' or ']', but found the end of the expression"],
  ])('should say of the tests %j what is missing: %s', (text, expected) => {
    expect(finding(compileUnaryTests(text))).toBe(expected);
  });

  it('should keep to the text it was given', () => {
    const text = `// [\n/* ( */ "[" + ${'x + '.repeat(3)}y z`;
    expect(compileExpression(text)).toMatchObject({ position: text.length - 1 });
  });
});
