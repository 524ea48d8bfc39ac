import { describe, expect, test } from 'vitest';
import { compactJson, formatJson } from './format-json.ts';
import { ExactNumber, jsonForRequest, parseJson } from './parse-json.ts';
import { scanJson } from './scan-json.ts';

describe('scanJson', () => {
  test.each([
    '1',
    '-0.5e+10',
    '"a\\u00e9\\n"',
    'true',
    'null',
    '[]',
    '{}',
    '[1,[2,{"a":[]}],""]',
    ' {"a" : {"b":null}} ',
    '"\u2028"',
  ])('should find nothing wrong with %s', (text) => {
    expect(scanJson(text)).toBeUndefined();
    expect(() => JSON.parse(text)).not.toThrow();
  });

  test.each([
    ['', 'value', 1, 1],
    ['{', 'propertyName', 1, 2],
    ['{"a" 1}', 'colon', 1, 6],
    ['{"a": 1,\n  b: 2}', 'propertyName', 2, 3],
    ['{"a": 1,}', 'propertyName', 1, 9],
    ['[1,]', 'value', 1, 4],
    ['[1 2]', 'commaOrBracket', 1, 4],
    ['{"a": 1 "b": 2}', 'commaOrBrace', 1, 9],
    ['1 2', 'end', 1, 3],
    ['"a\nb"', 'string', 1, 3],
    ['"abc', 'string', 1, 5],
    ['"\\x"', 'escape', 1, 2],
    ['01', 'number', 1, 1],
    ['1.', 'number', 1, 1],
    ['nul', 'value', 1, 1],
    ['nulls', 'value', 1, 1],
    ["'a'", 'value', 1, 1],
    ['[1}', 'commaOrBracket', 1, 3],
    ['[', 'value', 1, 2],
    ['"\u0001"', 'controlCharacter', 1, 2],
  ])('should say what is wrong with %j and where', (text, kind, line, column) => {
    expect(scanJson(text)).toMatchObject({ kind, line, column });
    expect(() => JSON.parse(text)).toThrow();
  });

  test('should read 100,000 levels without running out of stack', () => {
    expect(scanJson('['.repeat(100_000) + ']'.repeat(100_000))).toBeUndefined();
  });
});

describe('formatJson', () => {
  test('should give what JSON.stringify gives', () => {
    const value = { a: [1, { b: [] }, {}], 'c d': 'x: [1, {}]', e: null };
    expect(formatJson(JSON.stringify(value))).toBe(JSON.stringify(value, null, 2));
    expect(compactJson(JSON.stringify(value, null, 4))).toBe(JSON.stringify(value));
  });

  test('should keep all digits and doubled properties', () => {
    expect(compactJson(formatJson('{"a":12345678901234567890,"a":1.0}'))).toBe('{"a":12345678901234567890,"a":1.0}');
  });

  test('should leave alone what is no JSON', () => {
    expect(formatJson('{"a"')).toBe('{"a"');
  });
});

describe('parseJson', () => {
  test('should keep numbers that would change', () => {
    expect(parseJson('[12345678901234567890, 1.50, 2251799813685249]')).toEqual([
      new ExactNumber('12345678901234567890'),
      1.5,
      2251799813685249,
    ]);
  });

  test('should write them into requests with all digits', () => {
    expect(JSON.stringify(jsonForRequest('{"id":12345678901234567890,"x":0.10000000000000000000001}'))).toBe(
      '{"id":12345678901234567890,"x":0.10000000000000000000001}',
    );
  });
});
