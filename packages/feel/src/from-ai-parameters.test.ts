import { describe, expect, it } from 'vitest';
import { fromAiParameters } from './from-ai-parameters.ts';
import { toJsonText } from './values/json.ts';

/** Parameters as plain data, without what is absent. */
function parametersOf(text: string) {
  const result = fromAiParameters(text);
  if (!result.ok) throw new Error(result.message);
  return result.parameters.map(({ schema, options, ...texts }) =>
    JSON.parse(
      JSON.stringify({
        ...texts,
        schema: schema && JSON.parse(toJsonText(schema)),
        options: options && JSON.parse(toJsonText(options)),
      }),
    ),
  );
}

describe('fromAiParameters', () => {
  it.each([
    ['"hello"', []],
    ['x + fromAiLike', []],
    ['fromAi(toolCall.city)', [{ name: 'toolCall.city' }]],
    ['fromAi(city, "The city")', [{ name: 'city', description: 'The city' }]],
    ['fromAi(a.b.c, "text", "string")', [{ name: 'a.b.c', description: 'text', type: 'string' }]],
    ['fromAi(a, null, "number", null)', [{ name: 'a', type: 'number' }]],
    [
      'fromAi(a, "text", "string", { enum: ["A", -1, true, null, { b: 1.5 }] }, { required: false })',
      [
        {
          name: 'a',
          description: 'text',
          type: 'string',
          schema: { enum: ['A', -1, true, null, { b: 1.5 }] },
          options: { required: false },
        },
      ],
    ],
    [
      'fromAi(options: { optional: true }, type: "string", value: toolCall.a)',
      [{ name: 'toolCall.a', type: 'string', options: { optional: true } }],
    ],
    ['1 + number(fromAi(a)) * 2', [{ name: 'a' }]],
    [
      '{ x: [fromAi(a), if fromAi(b) then fromAi(value: c) else null], y: for i in fromAi(d) return i }',
      [{ name: 'a' }, { name: 'b' }, { name: 'c' }, { name: 'd' }],
    ],
  ])('should read %s', (text, expected) => {
    expect(parametersOf(text)).toEqual(expected);
  });

  it.each([
    ['fromAi("a")', "Expected fromAi() parameter 'value' to be a reference (e.g. 'toolCall.customParameter')"],
    ['fromAi()', 'but received nothing'],
    ['fromAi(fromAi(a))', "Expected fromAi() parameter 'value' to be a reference"],
    ['fromAi(a, 10)', "Expected fromAi() parameter 'description' to be a string, but received '10'."],
    ['fromAi(a, "b" + "c")', "Expected fromAi() parameter 'description' to be a string"],
    ['fromAi(a, "b", 10)', "Expected fromAi() parameter 'type' to be a string, but received '10'."],
    ['fromAi(a, schema: 1', ''],
    [
      'fromAi(value: a, schema: "dummy")',
      "Expected fromAi() parameter 'schema' to be a context (map), but received 'dummy'.",
    ],
    ['fromAi(a, "b", "c", {enum: x})', "Expected fromAi() parameter 'schema' to be a context (map)"],
    ['fromAi(value: a, options: [1])', "Expected fromAi() parameter 'options' to be a context (map)"],
  ])('should say what is wrong with %s', (text, message) => {
    const result = fromAiParameters(text);
    expect(result.ok).toBe(false);
    expect(!result.ok && result.message).toContain(message);
  });
});
