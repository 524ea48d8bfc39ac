import { type RawBuilder, sql } from 'kysely';
import { columnOf } from '../columns.ts';
import { allOf, type Condition } from '../field-conditions.ts';
import { longTextConditions } from '../long-text-conditions.ts';
import type { Predicate } from '../predicates.ts';
import type { SqlCompiler } from '../sql-compiler.ts';

interface VariableFilter {
  readonly name: string;
  /** JSON text of the value, or operators. */
  readonly value: unknown;
}

/** The process instance has each of these variables in some scope. */
export const processInstanceVariables: Predicate = (value, { entity, compiler }) => {
  const owner = columnOf(entity, entity.fields.processInstanceKey!);
  return (value as readonly VariableFilter[]).map((filter) =>
    hasVariable(owner, 'process_instance_key', filter, compiler),
  );
};

/** The element instance has each of these variables as its own. */
export const localVariables: Predicate = (value, { entity, compiler }) => {
  const owner = columnOf(entity, entity.fields.elementInstanceKey!);
  return (value as readonly VariableFilter[]).map((filter) => hasVariable(owner, 'scope_key', filter, compiler));
};

/**
 * A variable that fits exists.
 * @param owner the key its `ownerColumn` must have.
 */
export function hasVariable(
  owner: RawBuilder<unknown>,
  ownerColumn: 'process_instance_key' | 'scope_key',
  { name, value }: VariableFilter,
  compiler: SqlCompiler,
): Condition {
  const conditions = [
    sql<boolean>`variable.name = ${name}`,
    ...longTextConditions(sql.ref('variable.value'), value, compiler),
  ];
  return sql<boolean>`${owner} IN (SELECT ${sql.ref(`variable.${ownerColumn}`)} FROM variable WHERE ${allOf(conditions)})`;
}
