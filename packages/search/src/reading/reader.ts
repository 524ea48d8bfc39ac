import type { RecordHistoryReader } from '@waggle/secondary-storage';
import { type EntityName, entities } from '../entities.ts';
import type { Entity } from '../entity.ts';
import { SearchError } from '../errors.ts';
import type { ReadRequest, SearchFilter } from '../search-request.ts';
import type { Connection } from './connection.ts';
import { exportText } from './export-text.ts';
import { getQuery } from './get-query.ts';
import { countMatches } from './matches.ts';
import { getFields, type ResultRow, resultRenderer } from './result-json.ts';
import { LARGE_VALUES_BYTES_MAX, type SearchQuery, searchMatches, searchQuery } from './search-query.ts';
import { specialQueries } from './special-queries.ts';
import { SqlCompiler } from './sql-compiler.ts';

/** Answers requests from one connection. */
export class Reader {
  readonly #connection: Connection;
  readonly #compiler: SqlCompiler;
  readonly #recordHistory: RecordHistoryReader | undefined;

  /** @param recordHistory default: none is kept. */
  constructor(connection: Connection, recordHistory?: RecordHistoryReader) {
    this.#connection = connection;
    this.#compiler = new SqlCompiler(connection.dialect);
    this.#recordHistory = recordHistory;
  }

  /** @returns JSON text; `undefined` = there is no such thing. @throws {SearchError} */
  async read(request: ReadRequest): Promise<string | undefined> {
    switch (request.kind) {
      case 'search': {
        if (!(await this.#exists(request.within))) return undefined;
        const entity = entityNamed(request.entity);
        const query = searchQuery({
          entity,
          request: request.request,
          scope: request.scope ?? {},
          parameters: request.parameters,
          hasWholeValues: request.hasWholeValues ?? false,
          compiler: this.#compiler,
          matchCounts: await this.#countMatches(entity, request.request.filter ?? {}),
        });
        await this.#checkSize(query);
        const rows = await this.#page(query);
        return query.toJson(rows, query.totalOf(rows) ?? (await this.#total(query)));
      }
      case 'export': {
        if (!(await this.#exists(request.within))) return undefined;
        const { format, limit, after, isFirst } = request;
        const entity = entityNamed(request.entity);
        const query = searchQuery({
          entity,
          request: { ...request.request, page: after === undefined ? { limit } : { limit, after } },
          scope: request.scope ?? {},
          parameters: undefined,
          hasWholeValues: true,
          compiler: this.#compiler,
          matchCounts: await this.#countMatches(entity, request.request.filter ?? {}),
        });
        const rows = await this.#page(query);
        const last = rows.length < limit ? undefined : rows.at(-1);
        const next = last === undefined ? '' : query.cursorBehind(last);
        return `${next}\n${exportText(entity, rows, { format, isFirst })}`;
      }
      case 'get': {
        const entity = entityNamed(request.entity);
        const [row] = await this.#connection.all(getQuery(entity, request.key, this.#compiler));
        return row === undefined ? undefined : resultRenderer(getFields(entity))(row);
      }
      case 'query': {
        const query = specialQueries[request.query];
        if (query === undefined)
          throw new SearchError('INTERNAL', `Expected a query, but there is no ${request.query}`);
        return query(request.parameters as never, {
          compiler: this.#compiler,
          recordHistory: this.#recordHistory,
          all: async (text) => this.#connection.all(this.#compiler.compile(text)),
        });
      }
    }
  }

  /** Rows that are not indexed count as few. */
  async #countMatches(entity: Entity, filter: SearchFilter): Promise<readonly number[]> {
    const matches = searchMatches(entity, filter, this.#compiler);
    const counts = matches.map(async (match) => {
      if (!match.isIndexed) return 0;
      const [row] = await this.#connection.all(this.#compiler.compile(countMatches(match)));
      return Number(row?.[0] ?? 0);
    });
    return Promise.all(counts);
  }

  async #page({ page, pageOfValues, limit }: SearchQuery): Promise<readonly ResultRow[]> {
    const rows = pageOfValues === undefined ? [] : await this.#connection.all(pageOfValues);
    return rows.length === limit ? rows : this.#connection.all(page);
  }

  async #total({ total }: SearchQuery): Promise<number> {
    const [row] = await this.#connection.all(total);
    return Number(row?.[0] ?? 0);
  }

  /** @throws {SearchError} INVALID_REQUEST: the page has more than memory is there for. */
  async #checkSize({ size, limit }: SearchQuery): Promise<void> {
    if (size === undefined) return;
    const [row] = await this.#connection.all(size);
    const bytes = Number(row?.[0] ?? 0);
    if (bytes <= LARGE_VALUES_BYTES_MAX) return;
    throw new SearchError(
      'INVALID_REQUEST',
      `Expected a page whose values have at most ${LARGE_VALUES_BYTES_MAX} bytes, but this one of up to ${limit} results has ${bytes}. Ask for fewer with page.limit`,
    );
  }

  async #exists(named: { readonly entity: string; readonly key: string } | undefined): Promise<boolean> {
    if (named === undefined) return true;
    return (await this.#connection.all(getQuery(entityNamed(named.entity), named.key, this.#compiler))).length > 0;
  }

  async close(): Promise<void> {
    await this.#connection.close();
  }
}

function entityNamed(name: string): Entity {
  return entities[name as EntityName];
}
