/**
 * Conditions that another table has a row for something, such as a variable of a process instance.
 *
 * There are two ways to ask. When few rows fit, they are found first and lead to what has them. When many do, what is searched
 * for is walked in the order of the page, and each is asked whether it has one: soon the page is full. Databases cannot know
 * which it is from the condition alone, so it is counted before, up to a few.
 */
import { type RawBuilder, sql } from 'kysely';
import { allOf, type Condition } from './field-conditions.ts';

export interface Match {
  /** What must have a row: a column of what is searched for. */
  readonly owner: RawBuilder<unknown>;
  /** The other table and its column that holds the owner. */
  readonly table: string;
  readonly column: string;
  readonly conditions: readonly Condition[];
  /** An index leads to the rows, so that counting a few is cheap. Otherwise they are taken for few. */
  readonly isIndexed: boolean;
  /** Most of what the other conditions leave has such a row, if many have. */
  readonly isDense: boolean;
}

/** More rows than this are many: as many are found and put in order within some milliseconds. */
const FEW_MAX = 2_000;

/** How a match becomes a condition. */
export type AskMatch = (match: Match) => Condition;

/** Finds the rows first. */
export const isAmong: AskMatch = ({ owner, table, column, conditions }) =>
  sql`${owner} IN (SELECT ${sql.ref(`${table}.${column}`)} FROM ${sql.table(table)} WHERE ${allOf(conditions)})`;

/** As many owners as a count goes to, for a filter that asks nothing else. */
export const isAmongFirst =
  (ownersMax: number): AskMatch =>
  ({ owner, table, column, conditions }) => {
    const owners = sql`SELECT DISTINCT ${sql.ref(`${table}.${column}`)} AS owner FROM ${sql.table(table)} WHERE ${allOf(conditions)}`;
    return sql`${owner} IN (SELECT owner FROM (${owners} LIMIT ${ownersMax}) AS first)`;
  };

/** Asks each owner. */
export const hasMatch: AskMatch = ({ owner, table, column, conditions }) => {
  const isOwned: Condition = sql`${sql.ref(`${table}.${column}`)} = ${owner}`;
  return sql`EXISTS (SELECT 1 FROM ${sql.table(table)} WHERE ${allOf([isOwned, ...conditions])})`;
};

/** Counts rows up to one more than a few. */
export function countMatches({ table, conditions }: Match): RawBuilder<unknown> {
  return sql`SELECT count(*) FROM (SELECT 1 FROM ${sql.table(table)} WHERE ${allOf(conditions)} LIMIT ${FEW_MAX + 1}) AS matches`;
}

export function areMany(count: number): boolean {
  return count > FEW_MAX;
}
