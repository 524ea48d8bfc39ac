import { expect, test } from 'vitest';
import { integerArgument, keyArgument, nameListArgument, variablesArgument } from './argument-parsers.ts';

test('should read keys beyond the safe integers as they are', () => {
  expect(keyArgument('the job key')('9007199254740993')).toBe('9007199254740993');
});

test('should refuse what is no key', () => {
  expect(() => keyArgument('the job key')('order-1')).toThrow(
    'Expected the job key to be a key such as 2251799813685249, but it is "order-1".',
  );
});

test('should refuse numbers below the least allowed', () => {
  expect(integerArgument('--retries', 0)('0')).toBe(0);
  expect(() => integerArgument('--retries', 0)('-1')).toThrow('Expected --retries to be a whole number of at least 0');
  expect(() => integerArgument('--retries', 0)('1.5')).toThrow('but it is "1.5"');
});

test.each(['[1]', 'null', '"a"', '{'])('should refuse %s as variables', (text) => {
  expect(() => variablesArgument(text)).toThrow('Expected --variables to be a JSON object');
});

test('should split names at commas', () => {
  expect(nameListArgument('a, b')).toEqual(['a', 'b']);
});
