import { type RawBuilder, sql } from 'kysely';
import { columnOf } from '../columns.ts';
import type { Condition } from '../field-conditions.ts';
import { equalText, longTextConditions } from '../long-text-conditions.ts';
import { type AskMatch, hasMatch, type Match } from '../matches.ts';
import { numberConditions, splitNumberOperators } from '../number-conditions.ts';
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
    variableCondition(variableMatch(owner, 'process_instance_key', filter, compiler), filter, ask),
  );
};

/** The element instance has each of these variables as its own. */
export const localVariables: Predicate = (value, { entity, compiler, ask }) => {
  const owner = columnOf(entity, entity.fields.elementInstanceKey!);
  return (value as readonly VariableFilter[]).map((filter) =>
    variableCondition(variableMatch(owner, 'scope_key', filter, compiler), filter, ask),
  );
};

/** A row has no value that is absent: that a variable is not there is that no row is. */
function variableCondition(match: Match, { value }: VariableFilter, ask: AskMatch): Condition {
  return isAbsence(value) ? sql<boolean>`NOT ${hasMatch(match)}` : ask(match);
}

function isAbsence(value: unknown): boolean {
  return typeof value === 'object' && value !== null && '$exists' in value && value.$exists === false;
}

/** A variable that fits, of the owner that `column` names. */
function variableMatch(
  owner: RawBuilder<unknown>,
  column: 'process_instance_key' | 'scope_key',
  { name, value }: VariableFilter,
  compiler: SqlCompiler,
): Match {
  const stored = sql.ref('variable.value');
  const { texts, numbers } = splitNumberOperators(value);
  return {
    owner,
    table: 'variable',
    column,
    conditions: [
      sql<boolean>`variable.name = ${name}`,
      ...(isAbsence(value) ? [] : longTextConditions(stored, texts, compiler)),
      ...numberConditions(stored, numbers, compiler),
    ],
    isDense: false,
    isIndexed: column === 'process_instance_key' && equalText(value) !== undefined,
  };
}
