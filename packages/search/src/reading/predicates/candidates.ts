import { sql } from 'kysely';
import type { Operators } from '../../search-request.ts';
import { allOf, type Condition, fieldConditions } from '../field-conditions.ts';
import type { Predicate } from '../predicates.ts';
import type { SqlCompiler } from '../sql-compiler.ts';

const nameField = { type: 'text' } as const;

/** Some candidate group fits; none does, for `$neq` and `$notIn`. */
export const candidateGroup: Predicate = (value, { compiler }) => candidateConditions('GROUP', value, compiler);

/** Some candidate user fits; none does, for `$neq` and `$notIn`. */
export const candidateUser: Predicate = (value, { compiler }) => candidateConditions('USER', value, compiler);

function candidateConditions(kind: string, value: unknown, compiler: SqlCompiler): Condition[] {
  const { $neq, $notIn, $exists, ...positive } = operators(value);
  const conditions: Condition[] = [];
  if (isGiven($exists)) conditions.push($exists ? hasCandidate(kind) : sql`NOT ${hasCandidate(kind)}`);
  if (isGiven($neq)) conditions.push(sql`NOT ${hasCandidate(kind, { $eq: $neq }, compiler)}`);
  if (isGiven($notIn)) conditions.push(sql`NOT ${hasCandidate(kind, { $in: $notIn }, compiler)}`);
  // Each operator of its own: `$like` and `$in` may be met by two candidates of one task.
  for (const [operator, operand] of Object.entries(positive)) {
    if (isGiven(operand)) conditions.push(hasCandidate(kind, { [operator]: operand }, compiler));
  }
  return conditions;
}

function operators(value: unknown): Operators {
  return typeof value === 'object' && value !== null ? value : { $eq: value };
}

function hasCandidate(kind: string, condition?: Operators, compiler?: SqlCompiler): Condition {
  const column = sql.ref('user_task_candidate.name');
  const conditions = [
    sql<boolean>`user_task_candidate.kind = ${kind}`,
    ...(condition === undefined || compiler === undefined
      ? []
      : fieldConditions(column, nameField, condition, compiler)),
  ];
  return sql<boolean>`user_task.user_task_key IN (SELECT user_task_candidate.user_task_key FROM user_task_candidate WHERE ${allOf(conditions)})`;
}

function isGiven<Value>(value: Value | null | undefined): value is Value {
  return value !== null && value !== undefined;
}
