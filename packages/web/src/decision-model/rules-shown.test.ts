import { expect, test } from 'vitest';
import { RULES_SHOWN_MAX, rulesShown } from './rules-shown.ts';

test('should show all rules of a table of usual length', () => {
  expect(rulesShown(3, new Set(), false)).toEqual([0, 1, 2]);
});

test('should show the first rules of a long table, and those that matched', () => {
  // when
  const shown = rulesShown(10_000, new Set([2, 9_000]), false);

  // then
  expect(shown).toHaveLength(RULES_SHOWN_MAX + 1);
  expect(shown.at(-1)).toBe(9_000);
  expect(rulesShown(10_000, new Set(), true)).toHaveLength(10_000);
});
