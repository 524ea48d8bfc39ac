import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinJsonObject, splitJsonObject } from './json-document.ts';
import { JSON_DEPTH_MAX } from './limits.ts';

function membersOf(text: string): Record<string, string> {
  const split = splitJsonObject(text);
  if (!split.ok) throw new Error(split.problem.message);
  return Object.fromEntries(split.members);
}

function problemOf(text: string) {
  const split = splitJsonObject(text);
  return split.ok ? undefined : split.problem;
}

/** JSON.parse as a yes or no, for objects only. */
function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

describe('splitJsonObject', () => {
  it('should give each member as it is written', () => {
    expect(membersOf('{"a":1,"b":"x","c":[1,{"d":null}],"e":true}')).toEqual({
      a: '1',
      b: '"x"',
      c: '[1,{"d":null}]',
      e: 'true',
    });
  });

  it('should keep integers and decimals of any size', () => {
    expect(membersOf('{"big":123456789012345678901234567890,"small":1.10e-400,"zero":-0}')).toEqual({
      big: '123456789012345678901234567890',
      small: '1.10e-400',
      zero: '-0',
    });
  });

  it('should drop whitespace between tokens, not inside strings', () => {
    expect(membersOf(' {\n"a" :\t[ 1 , "x  y" ,\r{ "b" : "\\" " } ] } ')).toEqual({ a: '[1,"x  y",{"b":"\\" "}]' });
  });

  it('should let the last of equal names win', () => {
    expect(membersOf('{"a":1,"\\u0061":2}')).toEqual({ a: '2' });
  });

  it('should read escaped names', () => {
    const split = splitJsonObject('{"\\n\\"\\u00e4":1,"__proto__":2}');
    expect(split.ok && [...split.members]).toEqual([
      ['\n"ä', '1'],
      ['__proto__', '2'],
    ]);
  });

  it('should replace half a surrogate pair in a name, which the log could not keep', () => {
    expect(membersOf('{"\\ud800":1}')).toEqual({ '\ufffd': '1' });
  });

  it.each(['', '{}', ' { } '])('should take %j for no members', (text) => {
    expect(membersOf(text)).toEqual({});
  });

  it('should accept nesting up to the limit and refuse one level more', () => {
    const nested = (levels: number) => `{"a":${'['.repeat(levels)}${']'.repeat(levels)}}`;
    expect(problemOf(nested(JSON_DEPTH_MAX))).toBeUndefined();
    expect(problemOf(nested(JSON_DEPTH_MAX + 1))?.message).toBe(`Expected at most ${JSON_DEPTH_MAX} levels of nesting`);
    expect(problemOf(`{"a":${'[{"b":'.repeat(100_000)}`)?.message).toContain('levels of nesting');
  });

  it.each([
    ['[]', 'Expected a JSON object', 0],
    ['null', 'Expected a JSON object', 0],
    ['  ', 'Expected a JSON object', 2],
    ['\ufeff{}', 'Expected a JSON object', 0],
    ['{', 'Expected a member name', 1],
    ['{a:1}', 'Expected a member name', 1],
    ["{'a':1}", 'Expected a member name', 1],
    ['{"a"}', "Expected ':'", 4],
    ['{"a":}', 'Expected a value', 5],
    ['{"a":', 'Expected a value, but the text ends here', 5],
    ['{"a":1', "Expected ',' or '}'", 6],
    ['{"a":1,}', 'Expected a member name', 7],
    ['{"a":1}}', 'Expected the end of the text behind the object', 7],
    ['{"a":01}', "Expected ',' or '}'", 6],
    ['{"a":1.}', "Expected ',' or '}'", 6],
    ['{"a":-}', 'Expected a number', 5],
    ['{"a":+1}', 'Expected a value', 5],
    ['{"a":NaN}', 'Expected a value', 5],
    ['{"a":truex}', "Expected ',' or '}'", 9],
    ['{"a":[1 2]}', "Expected ',' or ']'", 8],
    ['{"a":[1,]}', 'Expected a value', 8],
    ['{"a":{"b" 1}}', "Expected ':'", 10],
    ['{"a":{1:2}}', 'Expected a member name', 6],
    ['{"a":"x', 'Expected the end of a string, but the text ends here', 7],
    ['{"a":"\n"}', 'Expected control characters in a string to be escaped', 6],
    ['{"a":"\\x"}', 'Expected a known escape behind the backslash', 6],
    ['{"a":"\\u12g4"}', 'Expected four hex digits behind \\u', 6],
    ['{"a":"\\', 'Expected a known escape behind the backslash', 6],
  ])('should refuse %j and say where', (text, message, offset) => {
    expect(problemOf(text)).toEqual({ message, offset });
    expect(isJsonObject(text)).toBe(false);
  });

  it('should accept what JSON.parse accepts, with the same values', () => {
    const object = fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue(), { maxKeys: 6 });
    fc.assert(
      fc.property(object, fc.constantFrom(undefined, 1, '\t'), (value, indent) => {
        const members = membersOf(JSON.stringify(value, undefined, indent));
        const parsed = Object.fromEntries(Object.entries(members).map(([name, text]) => [name, JSON.parse(text)]));
        expect(parsed).toEqual(JSON.parse(JSON.stringify(value)));
        for (const [name, text] of Object.entries(members)) expect(text).toBe(JSON.stringify(value[name]));
      }),
    );
  });

  it('should judge damaged texts as JSON.parse does', () => {
    const object = fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1, maxKeys: 4 });
    const damage = fc.constantFrom('', '"', '{', '}', '[', ']', ',', ':', '\\', '0', '-', 'e', '.', ' ', '\u0000', 't');
    fc.assert(
      fc.property(object, fc.nat(), fc.nat(3), damage, (value, at, removed, inserted) => {
        const text = JSON.stringify(value);
        const start = at % text.length;
        const damaged = `${text.slice(0, start)}${inserted}${text.slice(start + removed)}`;
        if (damaged === '') return;
        expect(splitJsonObject(damaged).ok).toBe(isJsonObject(damaged));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('joinJsonObject', () => {
  it('should put together what was taken apart', () => {
    const object = fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue());
    fc.assert(
      fc.property(object, (value) => {
        const text = JSON.stringify(value);
        const split = splitJsonObject(text);
        expect(split.ok && joinJsonObject(split.members)).toBe(text);
      }),
    );
  });

  it('should give an empty object for no members', () => {
    expect(joinJsonObject([])).toBe('{}');
  });
});
