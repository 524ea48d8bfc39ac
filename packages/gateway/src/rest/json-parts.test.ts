import { describe, expect, it } from 'vitest';
import { jsonItems, jsonMembers } from './json-parts.ts';

describe('jsonItems', () => {
  it.each([
    ['[]', []],
    ['', []],
    ['null', []],
    [undefined, []],
    ['[1]', ['1']],
    ['[1.50,"a,]\\"",{"b":[1,2]},[3,[4]],null]', ['1.50', '"a,]\\""', '{"b":[1,2]}', '[3,[4]]', 'null']],
  ])('should split %s', (text, items) => {
    expect(jsonItems(text)).toEqual(items);
  });

  it('should refuse what is no array', () => {
    expect(() => jsonItems('{}')).toThrow('Expected the text of an array');
  });
});

describe('jsonMembers', () => {
  it('should give the texts of members as they were written', () => {
    expect([...jsonMembers('{"a":1.50,"b":{"c":9007199254740993123}}')]).toEqual([
      ['a', '1.50'],
      ['b', '{"c":9007199254740993123}'],
    ]);
  });

  it.each(['', 'null', undefined])('should take %s for no member', (text) => {
    expect([...jsonMembers(text)]).toEqual([]);
  });

  it('should refuse what is no object', () => {
    expect(() => jsonMembers('[]')).toThrow('Expected the text of an object');
  });
});
