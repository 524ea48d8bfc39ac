import type { Dialect, SecondaryStorage } from '@waggle/secondary-storage';
import {
  type CompiledQuery,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type RawBuilder,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  sql,
} from 'kysely';
import { SearchError } from '../errors.ts';
import { patternCharacters } from './like-pattern.ts';

/** Values of a query: SQLite binds 32,766 and PostgreSQL 65,535. */
const PARAMETERS_MAX = 30_000;

/** JSON numbers that PostgreSQL takes for doubles without complaint. Beyond are those that no program counts with. */
const NUMBERS_OF_A_DOUBLE = sql.lit(
  '^-?([0-9]{1,80}([.][0-9]+)?([eE][-+]?[0-9]{1,2})?|[0-9]{1,8}([.][0-9]{1,20})?[eE][-+]?[12][0-9]{2})$',
);

/** Turns fragments into a database's SQL with bound parameters; it runs nothing. */
export class SqlCompiler {
  readonly dialect: Dialect;
  readonly #kysely: Kysely<SecondaryStorage>;

  constructor(dialect: Dialect) {
    this.dialect = dialect;
    this.#kysely =
      dialect === 'sqlite'
        ? new Kysely({
            dialect: {
              createAdapter: () => new SqliteAdapter(),
              createDriver: () => new DummyDriver(),
              createIntrospector: (database) => new SqliteIntrospector(database),
              createQueryCompiler: () => new SqliteQueryCompiler(),
            },
          })
        : new Kysely({
            dialect: {
              createAdapter: () => new PostgresAdapter(),
              createDriver: () => new DummyDriver(),
              createIntrospector: (database) => new PostgresIntrospector(database),
              createQueryCompiler: () => new PostgresQueryCompiler(),
            },
          });
  }

  /** @throws {SearchError} INVALID_REQUEST: more values than a query can have. */
  compile(query: RawBuilder<unknown>): CompiledQuery {
    const compiled = query.compile(this.#kysely);
    const { length } = compiled.parameters;
    if (length > PARAMETERS_MAX) {
      throw new SearchError(
        'INVALID_REQUEST',
        `Expected a filter with at most ${PARAMETERS_MAX} values, but it has ${length}. Search in parts`,
      );
    }
    return compiled;
  }

  /**
   * Stands behind a table that is to be read in the order of its key, although an index may lead to fewer rows: for one page
   * after another of very many, which would each be found and sorted anew. PostgreSQL knows by itself.
   */
  get inKeyOrder(): RawBuilder<unknown> {
    return this.dialect === 'sqlite' ? sql`NOT INDEXED` : sql``;
  }

  /** A condition that few rows meet. SQLite takes it for met by many; PostgreSQL keeps statistics. */
  rarely(condition: RawBuilder<boolean>): RawBuilder<boolean> {
    return this.dialect === 'sqlite' ? sql<boolean>`unlikely(${condition})` : condition;
  }

  /** Case-sensitive match of a pattern of `*` (any run), `?` (one character) and `\` (takes the next one literally). */
  like(column: RawBuilder<unknown>, pattern: string): RawBuilder<boolean> {
    return this.dialect === 'sqlite'
      ? sql<boolean>`${column} GLOB ${globPattern(pattern)}`
      : sql<boolean>`${column} LIKE ${likePattern(pattern)} ESCAPE '\\'`;
  }

  /** A text as JSON has it, in quotes; NULL or `null` for none. */
  jsonText(text: RawBuilder<unknown>): RawBuilder<string> {
    return this.dialect === 'sqlite' ? sql`json_quote(${text})` : sql`to_json(${text})::text`;
  }

  /** A JSON text as a number, NULL when it is something else. Only JSON numbers begin with a digit or a minus. */
  jsonNumber(text: RawBuilder<string>): RawBuilder<number> {
    return this.dialect === 'sqlite'
      ? sql<number>`CASE WHEN ${text} GLOB '[-0-9]*' THEN CAST(${text} AS REAL) END`
      : // A double cannot hold every JSON number, and one too large would fail the whole search.
        sql<number>`CASE WHEN ${text} ~ ${NUMBERS_OF_A_DOUBLE} THEN CAST(${text} AS double precision) END`;
  }

  /** Epoch milliseconds as RFC 3339 in UTC. */
  isoTime(ms: RawBuilder<unknown>): RawBuilder<string> {
    return this.dialect === 'sqlite'
      ? sql`strftime('%Y-%m-%dT%H:%M:%fZ', ${ms} / 1000.0, 'unixepoch')`
      : sql`to_char(to_timestamp(${ms} / 1000.0) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
  }
}

/** SQLite's LIKE ignores case, its GLOB has Camunda's wildcards and brackets, but no escapes. */
function globPattern(pattern: string): string {
  let glob = '';
  for (const [character, isEscaped] of patternCharacters(pattern)) {
    const isWildcard = !isEscaped && (character === '*' || character === '?');
    glob += !isWildcard && /[*?[]/.test(character) ? `[${character}]` : character;
  }
  return glob;
}

function likePattern(pattern: string): string {
  let like = '';
  for (const [character, isEscaped] of patternCharacters(pattern)) {
    if (!isEscaped && character === '*') like += '%';
    else if (!isEscaped && character === '?') like += '_';
    else like += /[%_\\]/.test(character) ? `\\${character}` : character;
  }
  return like;
}
