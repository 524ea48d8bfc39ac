/** Comparisons of the numbers among JSON texts. */
import { INDEXED_VALUE_LENGTH } from '@waggle/secondary-storage';
import { type RawBuilder, sql } from 'kysely';
import type { Operators } from '../search-request.ts';
import type { Condition } from './field-conditions.ts';
import type { SqlCompiler } from './sql-compiler.ts';

const symbols = { $gt: '>', $gte: '>=', $lt: '<', $lte: '<=' } as const;

export type NumberOperators = { readonly [Operator in keyof typeof symbols]?: number };

/** A condition's operators of order, which ask for numbers, and the others, which ask for texts. */
export function splitNumberOperators(value: unknown): { readonly texts: unknown; readonly numbers: NumberOperators } {
  if (typeof value !== 'object' || value === null) return { texts: value, numbers: {} };
  const { $gt, $gte, $lt, $lte, ...texts } = value as Operators;
  return { texts, numbers: { $gt, $gte, $lt, $lte } as NumberOperators };
}

/** What is no number is neither less nor more than one. */
export function numberConditions(
  column: RawBuilder<unknown>,
  operators: NumberOperators,
  compiler: SqlCompiler,
): Condition[] {
  // The beginning is in the index, and no number is as long.
  const beginning = sql<string>`substr(${column}, 1, ${sql.lit(INDEXED_VALUE_LENGTH)})`;
  return Object.entries(symbols).flatMap(([operator, symbol]) => {
    const bound = operators[operator as keyof typeof symbols];
    if (bound === undefined || bound === null) return [];
    return [sql<boolean>`${compiler.jsonNumber(beginning)} ${sql.raw(symbol)} ${bound}`];
  });
}
