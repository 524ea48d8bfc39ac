/** Comparisons of a column with what a filter says. */
import { type RawBuilder, sql } from 'kysely';
import type { Field } from '../entity.ts';
import { SearchError } from '../errors.ts';
import type { Operators } from '../search-request.ts';
import type { SqlCompiler } from './sql-compiler.ts';

const INT64_MAX = 2n ** 63n - 1n;

export type Condition = RawBuilder<boolean>;

/** @param value a bare value, or an object of operators. */
export function fieldConditions(
  column: RawBuilder<unknown>,
  field: Pick<Field, 'type'> & Partial<Pick<Field, 'isNullable' | 'isDistinct'>>,
  value: unknown,
  compiler: SqlCompiler,
): Condition[] {
  if (typeof value !== 'object' || value === null) return [isEqual(column, field, value)];
  const conditions: Condition[] = [];
  const { $eq, $neq, $exists, $gt, $gte, $lt, $lte, $in, $notIn, $like } = value as Operators;
  if (isGiven($eq)) conditions.push(isEqual(column, field, $eq));
  if (isGiven($neq)) conditions.push(sql`(${column} <> ${bound(field, $neq)} OR ${column} IS NULL)`);
  if (isGiven($exists)) conditions.push($exists ? sql`${column} IS NOT NULL` : sql`${column} IS NULL`);
  if (isGiven($gt)) conditions.push(sql`${column} > ${bound(field, $gt)}`);
  if (isGiven($gte)) conditions.push(sql`${column} >= ${bound(field, $gte)}`);
  if (isGiven($lt)) conditions.push(sql`${column} < ${bound(field, $lt)}`);
  if (isGiven($lte)) conditions.push(sql`${column} <= ${bound(field, $lte)}`);
  if (isGiven($in)) conditions.push(isOneOf(column, field, $in));
  if (isGiven($notIn) && $notIn.length > 0) {
    conditions.push(sql`(${column} IS NULL OR NOT ${isOneOf(column, field, $notIn)})`);
  }
  if (isGiven($like)) {
    // Follows from the pattern, and SQLite knows by it which rows an index over a part of them lacks.
    if (field.isNullable) conditions.push(sql`${column} IS NOT NULL`);
    const isLike = compiler.like(column, $like);
    conditions.push(field.isDistinct ? compiler.rarely(isLike) : isLike);
  }
  return conditions;
}

/** Values of which there are few stand in the text: databases then know which indices over a part of the rows hold them. */
function isEqual(column: RawBuilder<unknown>, field: Pick<Field, 'type'>, value: unknown): Condition {
  const isInText = field.type === 'enum' || field.type === 'boolean';
  return sql<boolean>`${column} = ${isInText ? sql.lit(bound(field, value)) : bound(field, value)}`;
}

function isOneOf(column: RawBuilder<unknown>, field: Pick<Field, 'type'>, values: readonly unknown[]): Condition {
  // Nothing is one of none.
  if (values.length === 0) return sql<boolean>`1 = 0`;
  if (values.length === 1) return isEqual(column, field, values[0]);
  return sql<boolean>`${column} IN (${sql.join(values.map((value) => sql`${bound(field, value)}`))})`;
}

export function allOf(conditions: readonly Condition[]): Condition {
  return conditions.length === 1 ? conditions[0]! : sql<boolean>`(${sql.join(conditions, sql` AND `)})`;
}

export function anyOf(conditions: readonly Condition[]): Condition {
  return conditions.length === 1 ? conditions[0]! : sql<boolean>`(${sql.join(conditions, sql` OR `)})`;
}

/** A value of the API as the column has it. */
export function bound({ type }: Pick<Field, 'type'>, value: unknown): bigint | number | string {
  switch (type) {
    case 'key':
      return keyOf(String(value));
    case 'long':
      return int64Of(value as string | number);
    case 'dateTime':
      return millisecondsOf(value as string);
    case 'boolean':
      return value === true ? 1 : 0;
    case 'integer':
      return value as number;
    default:
      return value as string;
  }
}

/** Nothing has this key. */
const NOBODYS_KEY = -(2n ** 63n);

/** A text that is no key is nobody's. */
function keyOf(text: string): bigint {
  if (!/^-?[0-9]+$/.test(text)) return NOBODYS_KEY;
  const key = BigInt(text);
  return BigInt.asIntN(64, key) === key ? key : NOBODYS_KEY;
}

/** The highest 64-bit integer, written as a JSON number, is read as one more. */
function int64Of(value: string | number): bigint {
  const integer = BigInt(value);
  return integer > INT64_MAX ? INT64_MAX : integer;
}

function isGiven<Value>(value: Value | null | undefined): value is Value {
  return value !== null && value !== undefined;
}

/** A zone's name may stand behind the offset, which says all that matters. */
function millisecondsOf(text: string): number {
  const ms = Date.parse(text.replace(/\[.*\]$/, ''));
  if (Number.isNaN(ms)) {
    throw new SearchError(
      'INVALID_REQUEST',
      `The provided date '${text.slice(0, 100)}' cannot be parsed as a date according to RFC 3339, section 5.6`,
    );
  }
  return ms;
}
