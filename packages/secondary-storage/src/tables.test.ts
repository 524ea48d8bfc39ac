import { expect, test } from 'vitest';
import type { Table } from './table.ts';
import { tables } from './tables.ts';

const all: readonly Table[] = Object.values(tables);

test('should know of every table how its rows go', () => {
  expect(
    all.filter(({ removal }) => removal === undefined).map(({ name }) => name),
    'Expected `removal` in the declaration of these tables: rows that stay for ever fill the disk (NEVER where they shall).',
  ).toEqual([]);
});

test('should find rows that go with others by an index', () => {
  for (const { name, removal = [], primaryKey, indexes } of all) {
    for (const rule of removal) {
      const column = 'with' in rule ? rule.column : 'at' in rule ? rule.at : rule.column;
      const isFound = primaryKey[0] === column || indexes.some(({ columns }) => columns[0] === column);
      expect(isFound, `Expected an index of ${name} that begins with ${column}`).toBe(true);
      if ('with' in rule) expect((tables as Record<string, Table>)[rule.with]?.primaryKey).toEqual([column]);
    }
  }
});
