/** Reads what a URL says, leniently: what is not understood is `undefined`, and left out. */
import type { Sort } from '../parts/data-table.tsx';

/** Longer texts are no filter that somebody wrote. */
const TEXT_LENGTH_MAX = 2_000;

/** Numbers too: somebody may have typed a name of digits. */
export function textIn(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' && value.trim() !== '' && value.length <= TEXT_LENGTH_MAX ? value : undefined;
}

export function oneOf<const Name extends string>(names: readonly Name[], value: unknown): Name | undefined {
  return names.find((name) => name === value);
}

/** From 1 on. */
export function countIn(value: unknown): number | undefined {
  const count = typeof value === 'string' ? Number(value) : value;
  return typeof count === 'number' && Number.isSafeInteger(count) && count > 0 ? count : undefined;
}

/** @returns as the API writes times: `2026-11-21T22:00:00.000Z`. */
export function timeIn(value: unknown): string | undefined {
  const date = typeof value === 'string' ? new Date(value) : undefined;
  return date === undefined || Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}

/** @param value `startDate:desc`. */
export function sortIn(fields: readonly string[], value: unknown): string | undefined {
  return typeof value === 'string' && sortOf(value) !== undefined && fields.includes(value.split(':')[0] ?? '')
    ? value
    : undefined;
}

export function sortOf<Field extends string>(text: string): { field: Field; order: Sort['order'] } | undefined {
  const [field, order, ...rest] = text.split(':');
  if (field === undefined || rest.length > 0 || (order !== 'asc' && order !== 'desc')) return undefined;
  return { field: field as Field, order: order === 'asc' ? 'ASC' : 'DESC' };
}

export function sortText({ field, order }: Sort): string {
  return `${field}:${order.toLowerCase()}`;
}

/** What stands in a text between spaces, commas and semicolons, each once. */
export function listedIn(text: string | undefined): readonly string[] {
  return [...new Set(text?.split(/[\s,;]+/).filter((part) => part !== ''))];
}

type Present<Values> = { [Name in keyof Values]?: Exclude<Values[Name], undefined> };

/** Without what is `undefined`. */
export function present<Values extends object>(values: Values): Present<Values> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Present<Values>;
}
