import { describe, expect, test } from 'vitest';
import { bestMatches, matchOf } from './text-match.ts';

describe('matchOf', () => {
  test('should find words in any order, without accents and capitals', () => {
    expect(matchOf('log oper', ['Operations log'])).toBeGreaterThan(0);
    expect(matchOf('ubersicht', ['Übersicht'])).toBeGreaterThan(0);
    expect(matchOf('oper decisions', ['Operations log'])).toBeUndefined();
  });

  test('should take a word from any of the texts', () => {
    expect(matchOf('invoice v3', ['Pay the invoice', 'v3'])).toBeGreaterThan(0);
    expect(matchOf('invoice', [undefined])).toBeUndefined();
  });
});

describe('bestMatches', () => {
  test('should put the whole text first, then its beginning, then a word, then a part of one', () => {
    // given
    const names = ['Preorder', 'Cancel order', 'Order goods', 'Order', 'Payment'];

    // when
    const found = bestMatches('order', names, (name) => [name], 10);

    // then
    expect(found).toEqual(['Order', 'Order goods', 'Cancel order', 'Preorder']);
  });

  test('should give no more than asked for', () => {
    expect(bestMatches('a', ['a', 'aa', 'aaa'], (name) => [name], 2)).toEqual(['a', 'aa']);
  });
});
