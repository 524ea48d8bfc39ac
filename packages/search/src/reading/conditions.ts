/** Conditions of a filter as SQL. The gateway checked their shape against the schemas made from the same entity. */

import { sql } from 'kysely';
import type { Entity } from '../entity.ts';
import { SearchError } from '../errors.ts';
import type { Operators, SearchFilter } from '../search-request.ts';
import { columnOf } from './columns.ts';
import { allOf, anyOf, type Condition, fieldConditions } from './field-conditions.ts';
import { longTextConditions } from './long-text-conditions.ts';
import { type AskMatch, isAmong } from './matches.ts';
import { type PredicateContext, predicates } from './predicates.ts';
import type { SqlCompiler } from './sql-compiler.ts';

/**
 * All conditions of a filter; empty when there is none.
 * @param ask how conditions on other tables' rows are asked; within `$or` these rows are always found first.
 */
export function filterConditions(
  entity: Entity,
  filter: SearchFilter,
  compiler: SqlCompiler,
  ask: AskMatch = isAmong,
): Condition[] {
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
    conditions.push(...memberConditions(name, value, { entity, compiler, filter, ask }));
  }
  return conditions;
}

/** Conditions that parameters of a path add; these may name fields that filters cannot. */
export function scopeConditions(
  entity: Entity,
  scope: Readonly<Record<string, string>>,
  compiler: SqlCompiler,
): Condition[] {
  return Object.entries(scope).flatMap(([name, value]) => {
    const field = Object.hasOwn(entity.fields, name) ? entity.fields[name] : undefined;
    if (field === undefined) return memberConditions(name, value, { entity, compiler, filter: scope, ask: isAmong });
    return fieldConditions(columnOf(entity, field), field, value, compiler);
  });
}

function memberConditions(name: string, value: unknown, context: Omit<PredicateContext, 'name'>): Condition[] {
  const { entity, compiler } = context;
  const predicate = Object.hasOwn(entity.predicates ?? {}, name) ? entity.predicates?.[name] : undefined;
  if (predicate !== undefined) return predicates[predicate.predicate]!(value, { ...context, name });
  const field = Object.hasOwn(entity.fields, name) ? entity.fields[name] : undefined;
  if (field?.filter === undefined) {
    throw new SearchError('INVALID_REQUEST', `Expected a field of ${entity.title}s to filter by, but got '${name}'`);
  }
  const column = columnOf(entity, field);
  if (field.isLong) return longTextConditions(column, value, compiler);
  return valueSetConditions(entity, name, value) ?? fieldConditions(column, field, value, compiler);
}

/** A condition that says the same as all the values of a set. */
function valueSetConditions({ valueSets = [] }: Entity, name: string, value: unknown): Condition[] | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { $in, ...others } = value as Operators;
  if ($in === undefined || Object.values(others).some((other) => other !== undefined && other !== null))
    return undefined;
  const given = new Set($in);
  const set = valueSets.find(
    ({ field, values }) => field === name && values.length === given.size && values.every((each) => given.has(each)),
  );
  return set && [sql<boolean>`${sql.raw(set.condition)}`];
}
