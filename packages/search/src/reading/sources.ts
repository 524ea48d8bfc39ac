import type { RawBuilder } from 'kysely';
import type { SqlCompiler } from './sql-compiler.ts';

/** A query whose rows are searched in place of a table's; its columns are those that the entity's fields name. */
export type Source<Parameters = never> = (parameters: Parameters, compiler: SqlCompiler) => RawBuilder<unknown>;

export interface SourceContext {
  readonly parameters: unknown;
  readonly compiler: SqlCompiler;
}

/** By the names entities use. */
export const sources: Readonly<Record<string, Source>> = {};
