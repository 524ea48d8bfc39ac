/** Conditions of a filter as SQL. The gateway checked their shape against the schemas made from the same entity. */
import { type RawBuilder, sql } from 'kysely';
import type { Entity, Field } from '../entity.ts';
import { SearchError } from '../errors.ts';
import type { Operators, SearchFilter } from '../search-request.ts';
import { columnOf } from './columns.ts';
import { predicates } from './predicates.ts';
import type { SqlCompiler } from './sql-compiler.ts';

export type Condition = RawBuilder<boolean>;

/** All conditions of a filter; empty when there is none. */
export function filterConditions(entity: Entity, filter: SearchFilter, compiler: SqlCompiler): Condition[] {
  const conditions: Condition[] = [];
  for (const [name, value] of Object.entries(filter)) {
    if (value === null || value === undefined) continue;
    if (name === '$or') {
      const groups = (value as readonly SearchFilter[])
        .map((group) => filterConditions(entity, group, compiler))
        .filter((group) => group.length > 0);
      if (groups.length > 0) conditions.push(anyOf(groups.map(allOf)));
      continue;
    }
    conditions.push(...memberConditions(entity, name, value, compiler));
  }
  return conditions;
}

function memberConditions(entity: Entity, name: string, value: unknown, compiler: SqlCompiler): Condition[] {
  const predicate = Object.hasOwn(entity.predicates ?? {}, name) ? entity.predicates?.[name] : undefined;
  if (predicate !== undefined) return predicates[predicate.predicate]!(value, { entity, compiler });
  const field = Object.hasOwn(entity.fields, name) ? entity.fields[name] : undefined;
  if (field?.filter === undefined) {
    throw new SearchError('INVALID_REQUEST', `Expected a field of ${entity.title}s to filter by, but got '${name}'`);
  }
  return fieldConditions(columnOf(entity, field), field, value, compiler);
}

/** @param value a bare value, or an object of operators. */
export function fieldConditions(
  column: RawBuilder<unknown>,
  field: Pick<Field, 'type'>,
  value: unknown,
  compiler: SqlCompiler,
): Condition[] {
  if (typeof value !== 'object' || value === null) return [sql<boolean>`${column} = ${bound(field, value)}`];
  const conditions: Condition[] = [];
  const { $eq, $neq, $exists, $gt, $gte, $lt, $lte, $in, $notIn, $like } = value as Operators;
  if (isGiven($eq)) conditions.push(sql`${column} = ${bound(field, $eq)}`);
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
  if (isGiven($like)) conditions.push(compiler.like(column, $like));
  return conditions;
}

function isOneOf(column: RawBuilder<unknown>, field: Pick<Field, 'type'>, values: readonly unknown[]): Condition {
  // Nothing is one of none.
  if (values.length === 0) return sql<boolean>`1 = 0`;
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
    case 'long':
      return BigInt(value as string | number);
    case 'dateTime':
      return Date.parse(value as string);
    case 'boolean':
      return value === true ? 1 : 0;
    case 'integer':
      return value as number;
    default:
      return value as string;
  }
}

function isGiven<Value>(value: Value | null | undefined): value is Value {
  return value !== null && value !== undefined;
}
