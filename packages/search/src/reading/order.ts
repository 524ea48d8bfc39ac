/**
 * How results are ordered, and where a page begins.
 *
 * 1. Rows without a value come last, whichever the direction.
 * 2. What no two rows have in common is always the last criterion, so a cursor is a place between two rows.
 */
import { type RawBuilder, sql } from 'kysely';
import type { Entity, Field } from '../entity.ts';
import { SearchError } from '../errors.ts';
import type { SortRequest } from '../search-request.ts';
import { columnOf } from './columns.ts';
import type { CursorValues } from './cursor.ts';
import { allOf, anyOf, bound, type Condition } from './field-conditions.ts';

export interface Criterion {
  readonly field: Field;
  readonly column: RawBuilder<unknown>;
  readonly isDescending: boolean;
}

/** @throws {SearchError} INVALID_REQUEST: a field that cannot be sorted by. */
export function orderOf(entity: Entity, sort: readonly SortRequest[]): readonly Criterion[] {
  const criteria = sort.map(({ field: name, order }) => {
    const field = Object.hasOwn(entity.fields, name) ? entity.fields[name] : undefined;
    if (!field?.isSortable) throw new SearchError('INVALID_REQUEST', `Unknown sortBy: ${name}`);
    return criterion(entity, field, order === 'DESC');
  });
  for (const name of entity.lastCriteria ?? [entity.key]) {
    const last = entity.fields[name]!;
    if (!criteria.some(({ field }) => field === last)) criteria.push(criterion(entity, last, false));
  }
  return criteria;
}

function criterion(entity: Entity, field: Field, isDescending: boolean): Criterion {
  return { field, column: columnOf(entity, field), isDescending };
}

export interface PageDirection {
  /** Backwards from a cursor. */
  readonly isReversed: boolean;
  /** Rows without a value of the first criterion are left out. Default `false`. */
  readonly hasValues?: boolean;
}

export function orderBy(
  criteria: readonly Criterion[],
  { isReversed, hasValues = false }: PageDirection,
): RawBuilder<unknown> {
  const terms = criteria.map(({ column, field, isDescending }, index) => {
    const direction = isDescending !== isReversed ? sql`DESC` : sql`ASC`;
    if (!field.isNullable || (hasValues && index === 0)) return sql`${column} ${direction}`;
    return sql`${column} ${direction} NULLS ${isReversed ? sql`FIRST` : sql`LAST`}`;
  });
  return sql`ORDER BY ${sql.join(terms)}`;
}

/** Rows behind a cursor in the order (or before it, reversed). */
export function beyondCursor(
  criteria: readonly Criterion[],
  values: CursorValues,
  { isReversed, hasValues = false }: PageDirection,
): Condition {
  const alternatives = criteria.map((criterion, index) =>
    allOf([
      ...criteria.slice(0, index).map((earlier, earlierIndex) => isSame(earlier, values[earlierIndex]!)),
      isBeyond(criterion, values[index]!, isReversed),
    ]),
  );
  const [first] = criteria;
  const bound = first === undefined ? undefined : notBefore(first, values[0]!, { isReversed, hasValues });
  // Follows from the rest, and leads databases to the place in an index where the page begins.
  return bound === undefined || alternatives.length === 1 ? anyOf(alternatives) : allOf([bound, anyOf(alternatives)]);
}

function notBefore(
  { column, field, isDescending }: Criterion,
  value: CursorValues[number],
  { isReversed, hasValues }: PageDirection,
): Condition | undefined {
  if (value === null || (field.isNullable && !isReversed && !hasValues)) return undefined;
  return sql`${column} ${isDescending !== isReversed ? sql`<=` : sql`>=`} ${cursorBound(field, value)}`;
}

function isSame({ column, field }: Criterion, value: CursorValues[number]): Condition {
  return value === null ? sql`${column} IS NULL` : sql`${column} = ${cursorBound(field, value)}`;
}

function isBeyond(
  { column, field, isDescending }: Criterion,
  value: CursorValues[number],
  isReversed: boolean,
): Condition {
  // What has no value stands last: nothing is behind it, and all that have one are before it.
  if (value === null) return isReversed ? sql`${column} IS NOT NULL` : sql`1 = 0`;
  const comparison = isDescending !== isReversed ? sql`<` : sql`>`;
  const isFurther: Condition = sql`${column} ${comparison} ${cursorBound(field, value)}`;
  return field.isNullable && !isReversed ? sql`(${isFurther} OR ${column} IS NULL)` : isFurther;
}

/** Cursors hold columns' values, not the API's: times are numbers already. @param value of a decoded cursor. */
function cursorBound(field: Field, value: string | number): bigint | number | string {
  switch (field.type) {
    case 'key':
    case 'long':
      return BigInt(value);
    case 'dateTime':
    case 'boolean':
    case 'integer':
      return Number(value);
    default:
      return bound(field, value);
  }
}
