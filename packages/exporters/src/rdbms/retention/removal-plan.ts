/** How rows of a table go, with all rows that go with them, as SQL that both databases understand. */
import { type Table, type TableName, tables } from '@waggle/secondary-storage';

/** Removes rows of one table that belong to others: `IN (?)` stands for the keys of those, the last `?` for how many at most. */
export interface DependentRemoval {
  readonly table: string;
  readonly sql: string;
}

const all: readonly Table[] = Object.values(tables);

/** What goes with rows of a table; those that go with others of the list come before them. */
export function dependentsOf(root: TableName): readonly DependentRemoval[] {
  return dependents(root, (column) => `${column} IN (?)`);
}

function dependents(parent: string, conditionOf: (column: string) => string): DependentRemoval[] {
  return all.flatMap((table) =>
    (table.removal ?? [])
      .filter((rule) => 'with' in rule)
      .filter((rule) => rule.with === parent)
      .flatMap(({ column, where }) => {
        const condition = where === undefined ? conditionOf(column) : `${conditionOf(column)} AND ${where}`;
        const deeper = dependents(
          table.name,
          (deeperColumn) => `${deeperColumn} IN (SELECT ${deeperColumn} FROM ${table.name} WHERE ${condition})`,
        );
        return [...deeper, { table: table.name, sql: deleteSome(table, condition) }];
      }),
  );
}

/** Tables whose rows go at a time of their own, but process instances, which need more than that. */
export const datedTables: readonly { readonly table: Table; readonly column: string }[] = all
  .filter(({ name }) => name !== 'process_instance')
  .flatMap((table) => (table.removal ?? []).filter((rule) => 'at' in rule).map(({ at }) => ({ table, column: at })));

export const agingTables: readonly {
  readonly table: Table;
  readonly column: string;
  readonly setting: 'usageMetrics' | 'jobMetrics';
}[] = all.flatMap((table) =>
  (table.removal ?? [])
    .filter((rule) => 'olderThan' in rule)
    .map(({ column, olderThan }) => ({ table, column, setting: olderThan })),
);

/** SQLite deletes no limited number by itself. The last `?` is that number. */
export function deleteSome({ name, primaryKey }: Table, condition: string): string {
  const columns = primaryKey.join(', ');
  const key = primaryKey.length === 1 ? columns : `(${columns})`;
  return `DELETE FROM ${name} WHERE ${key} IN (SELECT ${columns} FROM ${name} WHERE ${condition} LIMIT ?)`;
}
