import { INDEXED_VALUE_LENGTH } from '@waggle/secondary-storage';
import { type RawBuilder, sql } from 'kysely';
import type { Operators } from '../search-request.ts';
import { type Condition, fieldConditions } from './field-conditions.ts';
import type { SqlCompiler } from './sql-compiler.ts';

/** Comparisons of a column whose index holds the beginnings of its texts: all of a short one, and what finds a long one. */
export function longTextConditions(column: RawBuilder<unknown>, value: unknown, compiler: SqlCompiler): Condition[] {
  const { $like, ...operators } = operatorsOf(value);
  const conditions = fieldConditions(column, { type: 'text' }, operators, compiler);
  const beginning = sql`substr(${column}, 1, ${sql.lit(INDEXED_VALUE_LENGTH)})`;
  if (typeof $like === 'string') {
    // Most texts are short, so the rows themselves need not be looked at.
    conditions.push(sql`CASE WHEN length(${beginning}) < ${sql.lit(INDEXED_VALUE_LENGTH)}
      THEN ${compiler.like(beginning, $like)} ELSE ${compiler.like(column, $like)} END`);
  }
  const { $eq } = operators;
  if (typeof $eq !== 'string') return conditions;
  const characters = [...$eq];
  const isFound = sql<boolean>`${beginning} = ${characters.slice(0, INDEXED_VALUE_LENGTH).join('')}`;
  const isWhole = characters.length < INDEXED_VALUE_LENGTH && conditions.length === 1;
  return isWhole ? [isFound] : [...conditions, isFound];
}

function operatorsOf(value: unknown): Operators {
  return typeof value === 'object' && value !== null ? value : { $eq: value };
}

/** The text that a condition wants, when it wants one alone. */
export function equalText(value: unknown): string | undefined {
  const text = typeof value === 'object' && value !== null && '$eq' in value ? value.$eq : value;
  return typeof text === 'string' ? text : undefined;
}
