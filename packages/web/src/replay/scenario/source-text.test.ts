import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commentText, jsonLiteral, quoted, templateLiteral } from './source-text.ts';

/** What the source means where it is put. */
function evaluated(source: string): unknown {
  return new Function(`'use strict'; return (${source});`)();
}

const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom("'", '"', '\\', '\\"', "\\'", '`', '$', '{', '\r\n', '\u2028', '*/', '</script>', '__proto__'),
);
const text = fc.array(hostile, { maxLength: 6 }).map((parts) => parts.join(''));
const json = fc.jsonValue().map((value) => JSON.stringify(value));

describe('quoted and templateLiteral', () => {
  it('should mean the text they are of, whatever it is', () => {
    fc.assert(
      fc.property(text, (each) => {
        expect(evaluated(quoted(each))).toBe(each);
        expect(evaluated(templateLiteral(each))).toBe(each);
      }),
    );
  });
});

describe('jsonLiteral', () => {
  it('should mean the value of the JSON it is of', () => {
    fc.assert(
      fc.property(json, (each) => {
        expect(evaluated(jsonLiteral(each))).toEqual(JSON.parse(each));
      }),
    );
  });

  it('should set no prototype', () => {
    const value = evaluated(jsonLiteral('{"a":{"__proto__":{"polluted":1}}}')) as { readonly a: object };
    expect(Object.keys(value.a)).toEqual(['__proto__']);
    expect('polluted' in value.a).toBe(false);
  });

  it('should break up what is too long for a line', () => {
    expect(jsonLiteral('{"a":1,"b c":[1,2]}')).toBe("{ a: 1, 'b c': [1,2] }");
    expect(jsonLiteral(`{"a":"${'x'.repeat(100)}","b":2}`)).toBe(`{\n  a: "${'x'.repeat(100)}",\n  b: 2,\n}`);
  });
});

describe('commentText', () => {
  it('should stay on its line', () => {
    expect(commentText('a\nb\r\u2028c')).not.toMatch(/[\n\r\u2028\u2029]/);
  });
});
