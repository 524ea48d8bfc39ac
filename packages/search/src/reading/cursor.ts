import { SearchError } from '../errors.ts';

/** The sort values of a row, the key's last: keys and times as texts or numbers, null where there is none. */
export type CursorValues = readonly (string | number | null)[];

/** Opaque to clients: base64, as their strict checks want it. */
export function encodeCursor(values: CursorValues): string {
  return Buffer.from(JSON.stringify(values)).toString('base64');
}

/** @throws {SearchError} INVALID_REQUEST: it is no cursor of a search sorted like this. */
export function decodeCursor(name: 'after' | 'before', cursor: string, length: number): CursorValues {
  try {
    const values = JSON.parse(Buffer.from(cursor, 'base64').toString('utf8')) as unknown;
    if (Array.isArray(values) && values.length === length && values.every(isCursorValue)) return values;
  } catch {
    // Told below: whatever it is, it did not come from a search.
  }
  throw new SearchError(
    'INVALID_REQUEST',
    `The value for page.${name} is '${cursor.slice(0, 100)}' but must be a cursor that a search with the same sort gave`,
  );
}

function isCursorValue(value: unknown): boolean {
  return value === null || typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value));
}
