import { sql } from 'kysely';
import type { Operators } from '../search-request.ts';
import type { Condition } from './field-conditions.ts';

/**
 * Conditions on what something has many of: one of them fits; none does, for `$neq` and `$notIn`.
 * @param hasOne there is one that fits, or any at all.
 */
export function manyValuedConditions(value: unknown, hasOne: (operators?: Operators) => Condition): Condition[] {
  const given: Operators = typeof value === 'object' && value !== null ? value : { $eq: value };
  const { $neq, $notIn, $exists, ...positive } = given;
  const conditions: Condition[] = [];
  if (isGiven($exists)) conditions.push($exists ? hasOne() : sql`NOT ${hasOne()}`);
  if (isGiven($neq)) conditions.push(sql`NOT ${hasOne({ $eq: $neq })}`);
  if (isGiven($notIn)) conditions.push(sql`NOT ${hasOne({ $in: $notIn })}`);
  // Each operator of its own: `$like` and `$in` may be met by two of them.
  for (const [operator, operand] of Object.entries(positive)) {
    if (isGiven(operand)) conditions.push(hasOne({ [operator]: operand }));
  }
  return conditions;
}

function isGiven<Value>(value: Value | null | undefined): value is Value {
  return value !== null && value !== undefined;
}
