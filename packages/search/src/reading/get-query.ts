import { type CompiledQuery, sql } from 'kysely';
import type { Entity } from '../entity.ts';
import { columnOf, fromClause, selectedWhole } from './columns.ts';
import { bound } from './field-conditions.ts';
import { getFields } from './result-json.ts';
import type { SqlCompiler } from './sql-compiler.ts';

/** One of an entity by its key. */
export function getQuery(entity: Entity, key: string, compiler: SqlCompiler): CompiledQuery {
  const field = entity.fields[entity.key]!;
  const results = getFields(entity).map((result) => selectedWhole(entity, result));
  const condition = sql`${columnOf(entity, field)} = ${bound(field, key)}`;
  const exists = entity.where === undefined ? sql`` : sql`AND ${sql.raw(entity.where)}`;
  return compiler.compile(sql`SELECT ${sql.join(results)} FROM ${fromClause(entity)} WHERE ${condition} ${exists}`);
}
