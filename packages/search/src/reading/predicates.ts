import type { Entity } from '../entity.ts';
import type { Condition } from './field-conditions.ts';
import { candidateGroup, candidateUser } from './predicates/candidates.ts';
import { isLatestVersion } from './predicates/is-latest-version.ts';
import { tags } from './predicates/tags.ts';
import { localVariables, processInstanceVariables } from './predicates/variables.ts';
import type { SqlCompiler } from './sql-compiler.ts';

/** Conditions for a member of a filter that is no comparison with one column. */
export type Predicate = (
  value: unknown,
  context: { readonly entity: Entity; readonly compiler: SqlCompiler },
) => Condition[];

/** By the names entities use. */
export const predicates: Readonly<Record<string, Predicate>> = {
  candidateGroup,
  candidateUser,
  isLatestVersion,
  localVariables,
  processInstanceVariables,
  tags,
};
