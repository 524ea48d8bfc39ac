/**
 * Columns, as tables declare them. Each kind has one type in TypeScript and one in each database.
 *
 *     kind       a row has         SQLite    PostgreSQL
 *     key        bigint            INTEGER   bigint        64-bit keys and positions; queries read them as text
 *     integer    number            INTEGER   integer
 *     timestamp  number            INTEGER   bigint        epoch milliseconds
 *     boolean    boolean           INTEGER   smallint      0 or 1, so that both databases compare and count alike
 *     text       string            TEXT      text
 *     json       string            TEXT      text          JSON text, never searched by its parts
 */
export type ColumnKind = 'key' | 'integer' | 'timestamp' | 'boolean' | 'text' | 'json';

export interface Column<Kind extends ColumnKind = ColumnKind, IsNullable extends boolean = boolean> {
  readonly kind: Kind;
  readonly isNullable: IsNullable;
}

type Present<Kind extends ColumnKind> = Column<Kind, false>;

export const key: Present<'key'> = { kind: 'key', isNullable: false };
export const integer: Present<'integer'> = { kind: 'integer', isNullable: false };
export const timestamp: Present<'timestamp'> = { kind: 'timestamp', isNullable: false };
export const boolean: Present<'boolean'> = { kind: 'boolean', isNullable: false };
export const text: Present<'text'> = { kind: 'text', isNullable: false };
export const json: Present<'json'> = { kind: 'json', isNullable: false };

export function nullable<Kind extends ColumnKind>({ kind }: Column<Kind>): Column<Kind, true> {
  return { kind, isNullable: true };
}

interface TypeOfKind {
  readonly key: bigint;
  readonly integer: number;
  readonly timestamp: number;
  readonly boolean: boolean;
  readonly text: string;
  readonly json: string;
}

/** What a row has in a column. */
export type ColumnValue<C extends Column> =
  C extends Column<infer Kind, infer IsNullable> ? TypeOfKind[Kind] | (IsNullable extends true ? null : never) : never;

/** Any value of any column. */
export type CellValue = bigint | number | boolean | string | null;
