/**
 * PostgreSQL refuses a row that an index would hold more than 2,704 bytes of. Names and correlation keys are longer only by
 * mistake or malice, but then no transaction with one would ever succeed; so the rest of it is cut off.
 */
import { createHash } from 'node:crypto';
import { INDEXED_VALUE, INDEXED_VALUE_LENGTH, type Table } from '@waggle/secondary-storage';

/** What is left of an index's row for texts beside its numbers and what it has of its own. */
const INDEX_TEXT_BYTES_MAX = 2_500;
const CHARACTER_BYTES_MAX = 4;
/** Of UTF-8, for one UTF-16 unit. */
const UNIT_BYTES_MAX = 3;

/** Bytes that each text column of a table may have, by those that indices hold. */
export function indexedTextBytes(table: Table): ReadonlyMap<string, number> {
  const bytes = new Map<string, number>();
  for (const columns of [table.primaryKey, ...table.indexes.map((index) => index.columns)]) {
    const texts = columns.filter((column) => table.columns[column]?.kind === 'text');
    const beginnings = columns.includes(INDEXED_VALUE) ? INDEXED_VALUE_LENGTH * CHARACTER_BYTES_MAX : 0;
    const each = Math.floor((INDEX_TEXT_BYTES_MAX - beginnings) / texts.length);
    for (const text of texts) bytes.set(text, Math.min(bytes.get(text) ?? each, each));
  }
  return bytes;
}

/** The beginning of a text that has at most so many bytes. */
export function cutText(text: string, bytesMax: number): string {
  if (text.length * UNIT_BYTES_MAX <= bytesMax) return text;
  return text.slice(0, new TextEncoder().encodeInto(text, new Uint8Array(bytesMax)).read);
}

/** The same for a part of a row's key: what begins alike stays apart. */
export function cutKeyText(text: string, bytesMax: number): string {
  if (cutText(text, bytesMax) === text) return text;
  const hash = createHash('sha256').update(text).digest('hex');
  return cutText(text, bytesMax - hash.length) + hash;
}
