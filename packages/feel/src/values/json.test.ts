import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../test/evaluate.ts';
import { fromJsonText, isContext, toJsonText } from '../index.ts';

const jsonOf = (text: string) => {
  const result = evaluate(text);
  return result.ok ? toJsonText(result.value) : result.message;
};

describe('toJsonText', () => {
  it.each([
    ['{a: [1, 1.5, "x\\n", null, true]}', '{"a":[1,1.5,"x\\n",null,true]}'],
    ['9223372036854775808', '9223372036854775808'],
    ['1e21', '1000000000000000000000'],
    ['1 / 3', '0.3333333333333333'],
    ['@"2026-01-01"', '"2026-01-01"'],
    ['@"2026-01-01T10:00:00"', '"2026-01-01T10:00:00"'],
    ['@"2026-01-01T10:00:00Z"', '"2026-01-01T10:00:00Z"'],
    ['@"2026-01-01T10:00:00@Europe/Berlin"', '"2026-01-01T10:00:00+01:00[Europe/Berlin]"'],
    ['@"10:00:00"', '"10:00"'],
    ['@"10:00:01.50"', '"10:00:01.500"'],
    ['@"10:00:00+02:00"', '"10:00:00+02:00"'],
    ['[@"PT90M", @"P14M"]', '["PT1H30M","P1Y2M"]'],
    ['[[1..2], function() 1]', '[null,null]'],
  ])('should write %s as %s', (text, expected) => {
    expect(jsonOf(text)).toBe(expected);
  });
});

describe('fromJsonText', () => {
  it('should keep integers, key order and every key', () => {
    const text = '{"b":9007199254740993,"2":-9223372036854775808,"1":0.1,"__proto__":1,"constructor":{"x":[]}}';
    const value = fromJsonText(text);
    expect(toJsonText(value)).toBe(text);
    expect(isContext(value) && value.get('__proto__')).toBe(1);
    expect(isContext(value) && value.get('toString')).toBeUndefined();
  });

  it.each(['', '{', '[1,]', '{"a"}', '01', '1.', '.5', 'nul', 'nulll', '"a', '"\n"', "'a'", '1 2', '{a:1}', '-'])(
    'should reject %j',
    (text) => {
      expect(() => fromJsonText(text)).toThrow(SyntaxError);
    },
  );

  it('should reject deep nesting without exhausting the stack', () => {
    expect(() => fromJsonText('['.repeat(100_000))).toThrow(/nested/);
  });

  it('should round trip whatever JSON can say', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), (text) => {
        const value = fromJsonText(text);
        // Keys that look like numbers move in JSON.parse, so both sides go through it. FEEL has no -0.
        expect(JSON.parse(toJsonText(value))).toEqual(JSON.parse(text, (_key, part) => (part === 0 ? 0 : part)));
        expect(toJsonText(fromJsonText(toJsonText(value)))).toBe(toJsonText(value));
      }),
    );
  });
});
