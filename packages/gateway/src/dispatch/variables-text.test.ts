import { JSON_DEPTH_MAX } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import { checkVariables, trustVariables } from './variables-text.ts';

describe('checkVariables', () => {
  it.each(['', '{}', ' ', '\n\t', 'null', ' null '])('should take %j for no variables', (text) => {
    expect(checkVariables(text)).toBe('{}');
  });

  it('should leave variables as they are written', () => {
    const text = ' {"big":12345678901234567890,"price":1.50}';

    expect(checkVariables(text)).toBe(text);
  });

  it.each([
    ['[1]', 'ARRAY'],
    [' "x"', 'STRING'],
    ['true', 'BOOLEAN'],
    ['-7', 'INTEGER'],
    ['1.0', 'FLOAT'],
    ['1e3', 'FLOAT'],
  ])('should refuse %s, which is JSON of another type', (text, type) => {
    expect(() => checkVariables(text)).toThrow(
      `Property 'variables' is invalid: Expected document to be a root level object, but was '${type}'`,
    );
  });

  it.each([
    ['{"a":}', 5],
    ['{"a":1} x', 8],
    ['x', 0],
    ['[1', 0],
    [`{"a":${'['.repeat(JSON_DEPTH_MAX + 1)}${']'.repeat(JSON_DEPTH_MAX + 1)}}`, JSON_DEPTH_MAX + 5],
  ])('should refuse what is no JSON, or too deep, and say where: %s', (text, offset) => {
    expect(() => checkVariables(text)).toThrow(
      expect.objectContaining({
        failure: {
          kind: 'argument',
          message: expect.stringMatching(new RegExp(`^Invalid JSON value: .* at offset ${offset}$`)),
        },
      }),
    );
  });
});

describe('trustVariables', () => {
  it('should take checked text as it is, none for no variables', () => {
    expect([trustVariables('{"a":1}'), trustVariables('')]).toEqual(['{"a":1}', '{}']);
  });

  it('should notice text that cannot have been checked', () => {
    expect(() => trustVariables('[]')).toThrow('Expected the text of an object');
  });
});
