import { INDEXED_VALUE_LENGTH } from '@waggle/secondary-storage';
import { type RawBuilder, sql } from 'kysely';
import { type Condition, fieldConditions } from './field-conditions.ts';
import type { SqlCompiler } from './sql-compiler.ts';

/** Comparisons of a column whose index holds the beginnings of its texts: all of a short one, and what finds a long one. */
export function longTextConditions(column: RawBuilder<unknown>, value: unknown, compiler: SqlCompiler): Condition[] {
  const conditions = fieldConditions(column, { type: 'text' }, value, compiler);
  const text = equalText(value);
  if (text === undefined) return conditions;
  const characters = [...text];
  const beginning = characters.slice(0, INDEXED_VALUE_LENGTH).join('');
  const isFound = sql<boolean>`substr(${column}, 1, ${sql.lit(INDEXED_VALUE_LENGTH)}) = ${beginning}`;
  const isWhole = characters.length < INDEXED_VALUE_LENGTH && conditions.length === 1;
  return isWhole ? [isFound] : [...conditions, isFound];
}

/** The text that a condition wants, when it wants one alone. */
export function equalText(value: unknown): string | undefined {
  const text = typeof value === 'object' && value !== null && '$eq' in value ? value.$eq : value;
  return typeof text === 'string' ? text : undefined;
}
