import { type RawBuilder, sql } from 'kysely';
import type { Entity, Field, NamedField } from '../entity.ts';
import type { SqlCompiler } from './sql-compiler.ts';

/** A field's column, with its table. */
export function columnOf(entity: Entity, { column }: Field): RawBuilder<unknown> {
  return sql.ref(column.includes('.') ? column : `${entity.table}.${column}`);
}

/** What is selected for a field: keys as text, since they exceed the exact numbers of JavaScript. */
export function selectedColumn(entity: Entity, field: Field): RawBuilder<unknown> {
  const column = columnOf(entity, field);
  return field.type === 'key' || field.type === 'long' ? sql`CAST(${column} AS TEXT)` : column;
}

/** What is selected for a field when whole values are wanted in place of cut ones. */
export function selectedWhole(entity: Entity, [name, field]: NamedField): RawBuilder<unknown> {
  const column = selectedColumn(entity, field);
  if (name === entity.cut?.field)
    return sql`COALESCE(${sql.ref(`${entity.table}.${entity.cut.wholeColumn}`)}, ${column})`;
  return name === entity.cut?.markField ? sql`0` : column;
}

/**
 * The entity's table and the tables its fields come from.
 * @param source a query in place of the table.
 * @param hint stands behind the table.
 */
export function fromClause(
  entity: Entity,
  source?: RawBuilder<unknown>,
  hint: RawBuilder<unknown> = sql``,
): RawBuilder<unknown> {
  const joins = (entity.joins ?? []).map(
    ({ table, on }) =>
      sql`LEFT JOIN ${sql.table(table)} ON ${sql.ref(`${table}.${table}_key`)} = ${sql.ref(`${entity.table}.${on}`)}`,
  );
  const table = sql.table(entity.table);
  return sql`${source === undefined ? sql`${table} ${hint}` : sql`(${source}) AS ${table}`} ${sql.join(joins, sql` `)}`;
}

/** The entity with those of its joins that a fragment names a column of. */
export function joinedFor(entity: Entity, fragment: RawBuilder<unknown>, compiler: SqlCompiler): Entity {
  if (entity.joins === undefined) return entity;
  const { sql: text } = compiler.compile(fragment);
  const joins = entity.joins.filter(({ table }) => text.includes(`"${table}".`) || text.includes(`${table}.`));
  return { ...entity, joins };
}
