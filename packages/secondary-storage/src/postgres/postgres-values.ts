/** Values on their way to PostgreSQL. */
import type { CellValue, ColumnKind } from '../column.ts';

/** Its texts hold any character but NUL, which becomes the replacement character, in rows and in conditions alike. */
export function postgresText(text: string): string {
  return text.includes('\0') ? text.replaceAll('\0', '\ufffd') : text;
}

/** A parameter of a statement. */
export function postgresValue(value: CellValue): string | number | null {
  switch (typeof value) {
    case 'string':
      return postgresText(value);
    case 'bigint':
      return String(value);
    case 'boolean':
      return Number(value);
    default:
      return value;
  }
}

/** Types of the arrays that hold a column's values, for `unnest`. */
export const postgresArrayTypes: Readonly<Record<ColumnKind, string>> = {
  key: 'bigint[]',
  integer: 'integer[]',
  timestamp: 'bigint[]',
  boolean: 'smallint[]',
  text: 'text[]',
  json: 'text[]',
};

/** The text of an array: quicker than the driver's, which looks at each value's type. */
export function postgresArray(values: readonly CellValue[]): string {
  let array = '{';
  for (const [index, value] of values.entries()) {
    if (index > 0) array += ',';
    switch (typeof value) {
      case 'string':
        array += `"${escaped(value)}"`;
        break;
      case 'boolean':
        array += value ? '1' : '0';
        break;
      default:
        array += value === null ? 'NULL' : String(value);
    }
  }
  return `${array}}`;
}

function escaped(text: string): string {
  return /["\\\0]/.test(text) ? postgresText(text).replace(/["\\]/g, '\\$&') : text;
}
