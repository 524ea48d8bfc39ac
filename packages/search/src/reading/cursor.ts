import type { Field } from '../entity.ts';
import { SearchError } from '../errors.ts';

/** The sort values of a row, the key's last: keys and times as texts or numbers, null where there is none. */
export type CursorValues = readonly (string | number | null)[];

/** Opaque to clients: base64, as their strict checks want it. */
export function encodeCursor(values: CursorValues): string {
  return Buffer.from(JSON.stringify(values)).toString('base64');
}

/** @param fields that results are sorted by. @throws {SearchError} INVALID_REQUEST: it is no cursor of a search sorted like this. */
export function decodeCursor(name: 'after' | 'before', cursor: string, fields: readonly Field[]): CursorValues {
  try {
    const values = JSON.parse(Buffer.from(cursor, 'base64').toString('utf8')) as unknown;
    if (
      Array.isArray(values) &&
      values.length === fields.length &&
      values.every((value, index) => isCursorValue(value) && fitsField(fields[index]!, value))
    ) {
      return values;
    }
  } catch {
    // Told below: whatever it is, it did not come from a search.
  }
  throw new SearchError(
    'INVALID_REQUEST',
    `The value for page.${name} is '${cursor.slice(0, 100)}' but must be a cursor that a search with the same sort gave`,
  );
}

function isCursorValue(value: unknown): value is CursorValues[number] {
  return value === null || typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value));
}

/** Whether a cursor of a search sorted like this can hold the value there. */
function fitsField({ type }: Field, value: CursorValues[number]): boolean {
  if (value === null) return true;
  switch (type) {
    case 'key':
    case 'long':
      return /^-?[0-9]{1,19}$/.test(String(value)) && isWithin(BigInt(value), 63n);
    case 'dateTime':
      return /^-?[0-9]{1,19}$/.test(String(value)) && Number.isSafeInteger(Number(value));
    case 'boolean':
    case 'integer':
      return /^-?[0-9]{1,10}$/.test(String(value)) && isWithin(BigInt(value), 31n);
    default:
      return typeof value === 'string';
  }
}

function isWithin(value: bigint, bits: bigint): boolean {
  return value >= -(1n << bits) && value < 1n << bits;
}
