import { expect, it } from 'vitest';
import { remembering } from './remembering.ts';

it('should make a value once, and forget before it knows too many', () => {
  // given
  const read: string[] = [];
  const length = remembering((text: string) => {
    read.push(text);
    return text.length;
  });

  // when
  for (const text of ['a', 'bc', 'a']) expect(length(text)).toBe(text.length);

  // then
  expect(read).toEqual(['a', 'bc']);
  for (let index = 0; index < 2_000; index++) length(`text ${index}`);
  expect(length('a')).toBe(1);
  expect(read.filter((text) => text === 'a')).toEqual(['a', 'a']);
});

it('should not remember what could not be made', () => {
  let count = 0;
  const nothing = remembering((_text: string) => {
    count++;
    return undefined;
  });
  nothing('x');
  nothing('x');
  expect(count).toBe(2);
});
