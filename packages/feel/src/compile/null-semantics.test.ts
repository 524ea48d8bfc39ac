import { describe, expect, it } from 'vitest';
import { evaluate, feel, warningTypes } from '../../test/evaluate.ts';

const variables = '{"x": 1, "n": null, "c": {"a": 1, "b": 2}, "l": [1, 2], "s": "a"}';

describe('the null-friendly semantics of Camunda', () => {
  it.each([
    ['y', 'null', ["NO_VARIABLE_FOUND: No variable found with name 'y'"]],
    ['y.a.b', 'null', ["NO_VARIABLE_FOUND: No variable found with name 'y'"]],
    ['c.y', 'null', ["NO_CONTEXT_ENTRY_FOUND: No context entry found with key 'y'. Available keys: 'a', 'b'"]],
    ['{}.y', 'null', ["NO_CONTEXT_ENTRY_FOUND: No context entry found with key 'y'. The context is empty"]],
    ['n.y', 'null', ["NO_CONTEXT_ENTRY_FOUND: No context entry found with key 'y'. The context is null"]],
    ['x.y', 'null', ["NO_PROPERTY_FOUND: No property found with name 'y' of value '1'. Available properties: "]],
    ['n = null', 'true', []],
    ['1 = null', 'false', []],
    ['1 != null', 'true', []],
    ['x = "a"', 'null', ["NOT_COMPARABLE: Can't compare '1' with '\"a\"'"]],
    [
      'x != "a"',
      'null',
      ["NOT_COMPARABLE: Can't compare '1' with '\"a\"'", "INVALID_TYPE: Expected boolean but found 'null'"],
    ],
    ['n or true', 'true', ["INVALID_TYPE: Expected boolean but found 'null'"]],
    [
      'x and true and n',
      'null',
      ["INVALID_TYPE: Expected boolean but found '1'", "INVALID_TYPE: Expected boolean but found 'null'"],
    ],
    ['some i in [n, 1] satisfies i', 'null', ["INVALID_TYPE: Expected boolean but found 'null'"]],
    ['[][item > 1]', '[]', []],
    [
      'before(1, @"2026-01-01")',
      'null',
      ["FUNCTION_INVOCATION_FAILURE: Failed to invoke function 'before': Illegal arguments: '1', '2026-01-01'"],
    ],
    [
      'append(1, 2)',
      'null',
      ["FUNCTION_INVOCATION_FAILURE: Failed to invoke function 'append': Illegal arguments: '1', '[2]'"],
    ],
    ['n < 1', 'null', ["NOT_COMPARABLE: Can't compare 'null' with '1'"]],
    ['1 >= "a"', 'null', ["NOT_COMPARABLE: Can't compare '1' with '\"a\"'"]],
    ['true < false', 'null', ["NOT_COMPARABLE: Can't compare 'true' with 'false'"]],
    ['n in [1..3]', 'null', ["NOT_COMPARABLE: Can't compare 'null' with '1' and '3'"]],
    ['1 + "a"', 'null', ["INVALID_TYPE: Can't add '\"a\"' to '1'"]],
    ['n - 1', 'null', ["INVALID_TYPE: Can't subtract '1' from 'null'"]],
    ['"a" * 2', 'null', ["INVALID_TYPE: Can't multiply '\"a\"' by '2'"]],
    ['1 / 0', 'null', ["INVALID_TYPE: Can't divide '1' by '0'"]],
    ['-"a"', 'null', ['INVALID_TYPE: Expected number but found \'"a"\'']],
    ['if n then 1 else 2', '2', ["INVALID_TYPE: Expected boolean but found 'null'"]],
    ['if "a" then 1 else 2', '2', ['INVALID_TYPE: Expected boolean but found \'"a"\'']],
    ['not(n)', 'null', []],
    ['x[1]', 'null', ["INVALID_TYPE: Expected list but found '1'"]],
    ['for i in x return i', 'null', ["INVALID_TYPE: Expected list but found '1'"]],
    ['some i in n satisfies true', 'null', ["INVALID_TYPE: Expected list but found 'null'"]],
    ['foo(1)', 'null', ["NO_FUNCTION_FOUND: No function found with name 'foo' and 1 parameters"]],
    ['not(1, 2)', 'null', ["NO_FUNCTION_FOUND: No function found with name 'not' and 2 parameters"]],
    ['not(a: 1, b: 2)', 'null', ["NO_FUNCTION_FOUND: No function found with name 'not' and parameters: a,b"]],
    [
      'contains(1, "a")',
      'null',
      ["FUNCTION_INVOCATION_FAILURE: Failed to invoke function 'contains': Illegal arguments: '1', '\"a\"'"],
    ],
    ['@"nonsense"', 'null', ['FUNCTION_INVOCATION_FAILURE: Failed to parse a temporal value from \'"nonsense"\'']],
  ])('should evaluate %s to %s', (text, expected, warnings) => {
    const result = evaluate(text, variables);
    expect(feel(text, variables)).toBe(expected);
    expect(result.warnings.map(({ type, message }) => `${type}: ${message}`)).toEqual(warnings);
  });

  it.each([
    ['true and true', 'true'],
    ['true and false', 'false'],
    ['true and null', 'null'],
    ['false and null', 'false'],
    ['null and false', 'false'],
    ['null and null', 'null'],
    ['1 and true', 'null'],
    ['true or null', 'true'],
    ['null or true', 'true'],
    ['false or null', 'null'],
    ['false or "a"', 'null'],
    ['false or false', 'false'],
    ['null or false or true', 'true'],
    ['null and true and false', 'false'],
    ['true and null and true', 'null'],
  ])('should decide %s as %s', (text, expected) => {
    expect(feel(text)).toBe(expected);
  });

  it('should not evaluate operands behind a decisive one', () => {
    expect(warningTypes('false and missing')).toEqual([]);
    expect(warningTypes('true or missing')).toEqual([]);
    expect(warningTypes('if true then 1 else missing')).toEqual([]);
  });

  it('should fail for an assert that does not hold, wherever it is', () => {
    expect(feel('{a: [assert(1, false)]}')).toBe(
      "failed: Assertion failure on evaluate the expression '{a: [assert(1, false)]}': The condition is not fulfilled",
    );
    expect(feel('assert(n, n != null, "n is missing")')).toMatch(/: n is missing$/);
    expect(warningTypes('assert(1, null)')).toEqual(['ASSERT_FAILURE']);
    expect(feel('assert(x, x > 0)', variables)).toBe('1');
  });
});
