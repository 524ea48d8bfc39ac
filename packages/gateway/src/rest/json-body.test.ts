import { JSON_DEPTH_MAX } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import { JsonBody } from './json-body.ts';

const FREE = new Set(['variables']);

describe('JsonBody', () => {
  it('should keep the text of free members and parse the others', () => {
    const body = JsonBody.parse('{ "retries": 3, "variables": { "a" : 1.0 } }', FREE, { isRequired: true });

    expect({ ...body.value }).toEqual({ retries: 3, variables: {} });
    expect(body.text('variables')).toBe('{"a":1.0}');
    expect(body.text('retries')).toBe('3');
    expect(body.text('other')).toBeUndefined();
  });

  it('should take null as absent', () => {
    const body = JsonBody.parse('{"variables":null}', FREE, { isRequired: true });

    expect(body.text('variables')).toBeUndefined();
    expect(body.value.variables).toBeNull();
  });

  it('should leave prototypes alone', () => {
    const body = JsonBody.parse(
      '{"variables":{"__proto__":{"polluted":1}},"changeset":{"__proto__":{"polluted":1}}}',
      FREE,
      {
        isRequired: true,
      },
    );

    expect(Object.getPrototypeOf(body.value)).toBeNull();
    expect((body.value.changeset as { polluted?: number }).polluted).toBeUndefined();
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
    expect(() => JsonBody.parse('{"\\u005f_proto__":{}}', FREE, { isRequired: false })).toThrow('[__proto__]');
  });

  it('should take the last of several members with one name', () => {
    const body = JsonBody.parse('{"variables":5,"variables":{"a":1}}', FREE, { isRequired: true });

    expect(body.text('variables')).toBe('{"a":1}');
    expect(body.value.variables).toEqual({});
  });

  it('should read up to the deepest nesting', () => {
    const nested = (depth: number) => `{"variables":${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}}`;

    expect(() => JsonBody.parse(nested(JSON_DEPTH_MAX), FREE, { isRequired: true })).not.toThrow();
    expect(() => JsonBody.parse(nested(JSON_DEPTH_MAX + 1), FREE, { isRequired: true })).toThrow(
      'Failed to read request',
    );
  });
});
