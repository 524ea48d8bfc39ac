import { equalValues, type FeelList, type FeelValue, isList, type Run, type Variables } from '@waggle/feel';
import { bodyText, childNamed, type XmlElement } from '@waggle/xml';
import type { Compilation, EvaluateLogic } from '../expressions/expression-kind.ts';
import type { OutputRow } from './hit-policy.ts';
import type { OutputColumn } from './table.ts';

export type Prioritize = (run: Run, rows: readonly OutputRow[], variables: Variables) => readonly OutputRow[];

/**
 * Sorts rows by the output values of the columns: what stands first in a list comes first, the first column decides
 * before the second. Values that are not listed come last; equal rows stay in document order.
 */
export function compileOutputPriorities(outputs: readonly OutputColumn[], compilation: Compilation): Prioritize {
  const lists = outputs.map(({ xml }) => compileOutputValues(xml, compilation));
  return (run, rows, variables) => {
    if (rows.length < 2) return rows;
    const ranksOf = lists
      .map((list) => list(run, variables))
      .map((list) => compileRanks(run, isList(list) ? list : []));
    return rows
      .map((row) => ({ row, ranks: ranksOf.map((rankOf, column) => rankOf(row[column] ?? null)) }))
      .toSorted((a, b) => compareRanks(a.ranks, b.ranks))
      .map(({ row }) => row);
  };
}

/** Output values are written as unary tests; as the items of a list they are values in their order. */
function compileOutputValues(output: XmlElement, compilation: Compilation): EvaluateLogic {
  const values = childNamed(output, 'dmn:outputValues');
  const text = values && childNamed(values, 'dmn:text');
  if (values === undefined || text === undefined || bodyText(text) === '') return () => null;
  return compilation.feel({ ...values, children: [{ ...text, text: `[${text.text}]` }] });
}

/** Texts, booleans and usual numbers are looked up; the rest, which is rare, is compared with each listed value. */
function compileRanks(run: Run, order: FeelList): (value: FeelValue) => number {
  const known = new Map<FeelValue, number>();
  for (const [rank, listed] of order.entries()) if (!known.has(listed)) known.set(listed, rank);
  const hasOnlyPlain = order.every(isPlain);
  return (value) => {
    run.charge(1);
    const rank = isPlain(value) ? known.get(value) : undefined;
    if (rank !== undefined) return rank;
    if (hasOnlyPlain && isPlain(value)) return order.length;
    const index = order.findIndex((listed) => equalValues(run, listed, value) === true);
    return index === -1 ? order.length : index;
  };
}

/** Equal ones are the same. */
const isPlain = (value: FeelValue): boolean => typeof value !== 'object';

function compareRanks(left: readonly number[], right: readonly number[]): number {
  for (const [column, rank] of left.entries()) {
    const difference = rank - (right[column] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
