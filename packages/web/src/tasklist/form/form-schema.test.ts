import { expect, test } from 'vitest';
import { needsInput, parseFormSchema } from './form-schema.ts';

test('should find what a form asks for, in groups too', () => {
  const field = { type: 'textfield', validate: { required: true } };
  expect(needsInput({ components: [{ type: 'group', components: [field] }] })).toBe(true);
  expect(needsInput({ components: [{ type: 'textfield', validate: { required: '=vip' } }] })).toBe(true);
  expect(
    needsInput({ components: [{ type: 'textfield', validate: { required: false } }, null, { type: 'text' }] }),
  ).toBe(false);
});

test('should refuse what is no form', () => {
  expect(() => parseFormSchema('{"id":"x"}')).toThrow('Expected the JSON of a form');
});
