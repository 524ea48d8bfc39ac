import { type RawBuilder, sql } from 'kysely';
import { columnOf } from '../columns.ts';
import { equalText, longTextConditions } from '../long-text-conditions.ts';
import type { Match } from '../matches.ts';
import type { Predicate } from '../predicates.ts';
import type { SqlCompiler } from '../sql-compiler.ts';

interface VariableFilter {
  readonly name: string;
  /** JSON text of the value, or operators. */
  readonly value: unknown;
}

/** The process instance has each of these variables in some scope. */
export const processInstanceVariables: Predicate = (value, { entity, compiler, ask }) => {
  const owner = columnOf(entity, entity.fields.processInstanceKey!);
  return (value as readonly VariableFilter[]).map((filter) =>
    ask(variableMatch(owner, 'process_instance_key', filter, compiler)),
  );
};

/** The element instance has each of these variables as its own. */
export const localVariables: Predicate = (value, { entity, compiler, ask }) => {
  const owner = columnOf(entity, entity.fields.elementInstanceKey!);
  return (value as readonly VariableFilter[]).map((filter) => ask(variableMatch(owner, 'scope_key', filter, compiler)));
};

/** A variable that fits, of the owner that `column` names. */
function variableMatch(
  owner: RawBuilder<unknown>,
  column: 'process_instance_key' | 'scope_key',
  { name, value }: VariableFilter,
  compiler: SqlCompiler,
): Match {
  return {
    owner,
    table: 'variable',
    column,
    conditions: [
      sql<boolean>`variable.name = ${name}`,
      ...longTextConditions(sql.ref('variable.value'), value, compiler),
    ],
    isDense: false,
    isIndexed: column === 'process_instance_key' && equalText(value) !== undefined,
  };
}
