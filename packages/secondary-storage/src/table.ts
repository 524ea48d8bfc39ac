import type { Column, ColumnValue } from './column.ts';
import type { Removal } from './removal.ts';

export type Columns = Readonly<Record<string, Column>>;

/** A table, declared once: DDL, rows' types and queries come from this. */
export interface Table<Name extends string = string, C extends Columns = Columns, Key extends string = string> {
  readonly name: Name;
  readonly columns: C;
  /** Names of the columns that identify a row. */
  readonly primaryKey: readonly Key[];
  readonly indexes: readonly TableIndex[];
  /** How rows go when they are not needed any more; `undefined` = nobody has thought of it yet. */
  readonly removal: readonly Removal[] | undefined;
}

/** An expression both databases can index. */
export type IndexedExpression = `substr(${string})`;

export interface TableIndex<Name extends string = string> {
  /** Names of columns, or expressions over them. */
  readonly columns: readonly (Name | IndexedExpression)[];
  /** SQL condition of the rows it holds; keeps indices over what is rare small. */
  readonly where?: string;
}

/** A row as folds write it. */
export type Row<T extends { readonly columns: Columns }> = {
  -readonly [Name in keyof T['columns']]: ColumnValue<T['columns'][Name]>;
};

/** The columns that identify a row. */
export type RowKey<T extends { readonly columns: Columns; readonly primaryKey: readonly string[] }> = Pick<
  Row<T>,
  T['primaryKey'][number] & keyof Row<T>
>;

export function defineTable<Name extends string, C extends Columns, const Key extends keyof C & string>(
  name: Name,
  columns: C,
  options: {
    readonly primaryKey: readonly Key[];
    readonly removal?: readonly Removal[];
    readonly indexes?: readonly (readonly ((keyof C & string) | IndexedExpression)[] | TableIndex<keyof C & string>)[];
  },
): Table<Name, C, Key> {
  const indexes = (options.indexes ?? []).map((index) => ('columns' in index ? index : { columns: index }));
  return { name, columns, primaryKey: options.primaryKey, indexes, removal: options.removal };
}
