import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitJsonArray } from './json-array.ts';

describe('splitJsonArray', () => {
  it.each([
    ['[]', []],
    ['[1]', ['1']],
    ['[[],[1,2],{}]', ['[]', '[1,2]', '{}']],
    ['["a,b","]","\\"","\\\\"]', ['"a,b"', '"]"', '"\\""', '"\\\\"']],
    ['[{"a":[1,{"b":"},"}]},null]', ['{"a":[1,{"b":"},"}]}', 'null']],
    ['[12345678901234567890,1.0]', ['12345678901234567890', '1.0']],
  ])('should split %s', (text, items) => {
    expect(splitJsonArray(text)).toEqual(items);
  });

  it.each(['{}', '"[1]"', 'null', '1', ''])('should leave %j alone', (text) => {
    expect(splitJsonArray(text)).toBeUndefined();
  });

  it('should give the items of any list', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), (values) => {
        const texts = values.map((value) => JSON.stringify(value));
        expect(splitJsonArray(`[${texts.join(',')}]`)).toEqual(texts);
      }),
    );
  });
});
