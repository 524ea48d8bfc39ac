import { MESSAGE_BYTES_MAX } from '@waggle/protocol';
import { type CompiledQuery, type RawBuilder, sql } from 'kysely';
import type { Entity, Field } from '../entity.ts';
import {
  PAGE_LIMIT_DEFAULT,
  type PageRequest,
  type SearchFilter,
  type SearchRequest,
  TOTAL_MAX,
} from '../search-request.ts';
import { columnOf, fromClause, joinedFor, selectedColumn, selectedWhole } from './columns.ts';
import { filterConditions, scopeConditions } from './conditions.ts';
import { type CursorValues, decodeCursor, encodeCursor } from './cursor.ts';
import { allOf, type Condition } from './field-conditions.ts';
import { type AskMatch, areMany, hasMatch, isAmong, isAmongFirst, type Match } from './matches.ts';
import { beyondCursor, type Criterion, orderBy, orderOf, type PageDirection } from './order.ts';
import { pageOf } from './page.ts';
import { type ResultRow, resultFields, resultRenderer } from './result-json.ts';
import { sources } from './sources.ts';
import type { SqlCompiler } from './sql-compiler.ts';

/** A search, ready to run: one query for the page, one for the number of results. */
export interface SearchQuery {
  readonly page: CompiledQuery;
  /**
   * The page of rows that have a value to be sorted by, which come first: they are in an index, the others are not. A full
   * page of them is the page.
   */
  readonly pageOfValues: CompiledQuery | undefined;
  /** Bytes of the page's values that may be large; `undefined` = so few rows are no problem. */
  readonly size: CompiledQuery | undefined;
  /** Rows of a full page. */
  readonly limit: number;
  readonly total: CompiledQuery;
  /** The number of results as far as the rows of the page tell it; `undefined` = it has to be counted. */
  totalOf(rows: readonly ResultRow[]): number | undefined;
  /** The answer's JSON from what the two gave. */
  toJson(rows: readonly ResultRow[], total: number): string;
  /** Where the page behind a row begins. */
  cursorBehind(row: ResultRow): string;
}

export interface SearchQueryOptions {
  readonly entity: Entity;
  readonly request: SearchRequest;
  readonly scope: Readonly<Record<string, string>>;
  /** For the entity's source. */
  readonly parameters: unknown;
  /** In place of cut ones. */
  readonly hasWholeValues: boolean;
  readonly compiler: SqlCompiler;
  /** Of the filter's {@link searchMatches}, by their places: how many rows of other tables fit. */
  readonly matchCounts?: readonly number[];
}

/** Bytes of large values in one answer. It is made in memory, several at once. */
export const LARGE_VALUES_BYTES_MAX = 64 * 1024 * 1024;
/** As many cannot have more. */
const LARGE_ROWS_MAX = LARGE_VALUES_BYTES_MAX / MESSAGE_BYTES_MAX;

/** What the filter wants other tables to have; worth counting before the search is made. */
export function searchMatches(entity: Entity, filter: SearchFilter, compiler: SqlCompiler): Match[] {
  const matches: Match[] = [];
  filterConditions(entity, filter, compiler, (match) => {
    matches.push(match);
    return isAmong(match);
  });
  return matches;
}

/** @throws {SearchError} INVALID_REQUEST: what the schemas cannot tell. */
export function searchQuery(options: SearchQueryOptions): SearchQuery {
  const { entity, request, scope, parameters, hasWholeValues, compiler, matchCounts = [] } = options;
  const page = pageOf(request.page);
  const { from = 0, limit = PAGE_LIMIT_DEFAULT } = page;
  const conditionsWith = (ask: AskMatch) => [
    ...(entity.where === undefined ? [] : [sql<boolean>`${sql.raw(entity.where)}`]),
    ...scopeConditions(entity, scope, compiler),
    ...filterConditions(entity, request.filter ?? {}, compiler, ask),
  ];
  let place = 0;
  const inOrder = conditionsWith((match) => (areMany(matchCounts[place++] ?? 0) ? hasMatch(match) : isAmong(match)));
  const areAllMany = matchCounts.length > 0 && matchCounts.every(areMany);
  const counted = areAllMany ? countedConditions(conditionsWith) : inOrder;
  const criteria = orderOf(entity, request.sort ?? []);
  const isReversed = page.before !== undefined;
  const cursor = cursorOf(page, criteria);
  const conditionsOf = (direction: PageDirection) =>
    cursor === undefined ? inOrder : [...inOrder, beyondCursor(criteria, cursor, direction)];

  const rowSource = fromClause(entity, sourceOf(entity, parameters, compiler));
  // A join that no condition needs would only keep the database from counting in an index.
  const countSource = fromClause(joinedFor(entity, where(counted), compiler), sourceOf(entity, parameters, compiler));
  const results = resultFields(entity).map((result) =>
    hasWholeValues ? selectedWhole(entity, result) : selectedColumn(entity, result[1]),
  );
  const sortValues = criteria.map(({ field }) => selectedColumn(entity, field));
  const selected = sql`SELECT ${sql.join([...results, ...sortValues])} FROM ${rowSource}`;
  const cut = sql`LIMIT ${limit} OFFSET ${from}`;
  const key = hasKey(entity) ? columnOf(entity, entity.fields[entity.key]!) : undefined;
  const keysOf = (pageConditions: readonly Condition[], order: RawBuilder<unknown>) =>
    sql`SELECT ${key} FROM ${rowSource} ${where(pageConditions)} ${order} ${cut}`;
  const pageQuery = (pageConditions: readonly Condition[], order: RawBuilder<unknown>) =>
    compiler.compile(
      key === undefined
        ? sql`${selected} ${where(pageConditions)} ${order} ${cut}`
        : // Rows are many and wide, and indices hold what most searches filter and sort by: first the keys of the page.
          sql`${selected} WHERE ${key} IN (${keysOf(pageConditions, order)}) ${order}`,
    );
  const inPage = [conditionsOf({ isReversed }), orderBy(criteria, { isReversed })] as const;
  const large = largeColumn(entity, { hasWholeValues });
  const [first] = criteria;
  return {
    page: pageQuery(...inPage),
    size:
      large === undefined || limit <= LARGE_ROWS_MAX
        ? undefined
        : compiler.compile(
            sql`SELECT sum(octet_length(${large})) FROM ${sql.table(entity.table)} WHERE ${key} IN (${keysOf(...inPage)})`,
          ),
    pageOfValues:
      key !== undefined && first?.field.isNullable && !isReversed && cursor?.[0] !== null
        ? pageQuery(
            [...conditionsOf({ isReversed, hasValues: true }), sql<boolean>`${first.column} IS NOT NULL`],
            orderBy(criteria, { isReversed, hasValues: true }),
          )
        : undefined,
    limit,
    total: compiler.compile(
      sql`SELECT count(*) FROM (SELECT 1 FROM ${countSource} ${where(counted)} LIMIT ${TOTAL_MAX + 1}) AS found`,
    ),
    totalOf: (rows) =>
      cursor === undefined && rows.length < limit && (rows.length > 0 || from === 0) ? from + rows.length : undefined,
    toJson: (rows, total) => pageJson(entity, isReversed ? rows.toReversed() : rows, criteria, total),
    cursorBehind: (row) => rowCursor(entity, row, criteria),
  };
}

/** A count goes through much of what there is: unless few rows lead it, finding many at once is cheaper than asking each owner. */
function countedConditions(conditionsWith: (ask: AskMatch) => readonly Condition[]): readonly Condition[] {
  let matches = 0;
  const conditions = conditionsWith((match) => {
    matches++;
    return match.isDense ? hasMatch(match) : isAmong(match);
  });
  return matches === 1 && conditions.length === 1 ? conditionsWith(isAmongFirst(TOTAL_MAX + 1)) : conditions;
}

/** What makes rows as large as a variable. */
function largeColumn(
  { table, cut, fields }: Entity,
  { hasWholeValues }: { readonly hasWholeValues: boolean },
): RawBuilder<unknown> | undefined {
  const column = hasWholeValues && cut !== undefined ? cut.wholeColumn : Object.values(fields).find(isLarge)?.column;
  return column === undefined ? undefined : sql.ref(`${table}.${column}`);
}

function isLarge(field: Field): boolean {
  return field.isLarge === true;
}

/** One column tells its rows apart. */
function hasKey({ source, lastCriteria }: Entity): boolean {
  return source === undefined && lastCriteria === undefined;
}

function sourceOf({ source }: Entity, parameters: unknown, compiler: SqlCompiler): RawBuilder<unknown> | undefined {
  return source === undefined ? undefined : sources[source]!(parameters as never, compiler);
}

function cursorOf({ after, before }: PageRequest, criteria: readonly Criterion[]): CursorValues | undefined {
  const fields = criteria.map(({ field }) => field);
  if (after !== undefined) return decodeCursor('after', after, fields);
  return before === undefined ? undefined : decodeCursor('before', before, fields);
}

function where(conditions: readonly Condition[]) {
  return conditions.length === 0 ? sql`` : sql`WHERE ${allOf(conditions)}`;
}

function pageJson(entity: Entity, rows: readonly ResultRow[], criteria: readonly Criterion[], total: number): string {
  const render = resultRenderer(resultFields(entity));
  const cursorJson = (row: ResultRow | undefined) =>
    row === undefined ? 'null' : `"${rowCursor(entity, row, criteria)}"`;
  return (
    `{"items":[${rows.map(render).join()}],"page":{"totalItems":${Math.min(total, TOTAL_MAX)}` +
    `,"hasMoreTotalItems":${total > TOTAL_MAX},"startCursor":${cursorJson(rows[0])},"endCursor":${cursorJson(rows.at(-1))}}}`
  );
}

/** The sort values stand behind the result fields. */
function rowCursor(entity: Entity, row: ResultRow, criteria: readonly Criterion[]): string {
  const { length } = resultFields(entity);
  return encodeCursor(row.slice(length, length + criteria.length) as CursorValues);
}
