import type { Entity } from '../entity.ts';
import type { SearchFilter } from '../search-request.ts';
import type { Condition } from './field-conditions.ts';
import type { AskMatch } from './matches.ts';
import { batchOperation } from './predicates/batch-operation.ts';
import { candidateGroup, candidateUser } from './predicates/candidates.ts';
import { elementInstanceScope } from './predicates/element-instance-scope.ts';
import { globalListenerEventTypes } from './predicates/global-listener-event-types.ts';
import { hasRetriesLeft } from './predicates/has-retries-left.ts';
import { errorMessage, incidentErrorHashCode } from './predicates/incident-error.ts';
import { incidentScope } from './predicates/incident-scope.ts';
import { isLatestDecisionVersion, isLatestVersion } from './predicates/is-latest-version.ts';
import { reachedElement } from './predicates/reached-element.ts';
import { tags } from './predicates/tags.ts';
import { effectiveInUserTask, seenByUserTask } from './predicates/user-task-scopes.ts';
import { userTaskState } from './predicates/user-task-state.ts';
import { localVariables, processInstanceVariables } from './predicates/variables.ts';
import type { SqlCompiler } from './sql-compiler.ts';

/** Conditions for a member of a filter that is no comparison with one column. */
export type Predicate = (value: unknown, context: PredicateContext) => Condition[];

export interface PredicateContext {
  readonly entity: Entity;
  readonly compiler: SqlCompiler;
  /** The member's name in the filter. */
  readonly name: string;
  /** What else must hold beside it. */
  readonly filter: SearchFilter;
  /** Makes a condition of rows that another table must have. */
  readonly ask: AskMatch;
}

/** By the names entities use. */
export const predicates: Readonly<Record<string, Predicate>> = {
  batchOperation,
  candidateGroup,
  candidateUser,
  isLatestDecisionVersion,
  isLatestVersion,
  localVariables,
  effectiveInUserTask,
  elementInstanceScope,
  globalListenerEventTypes,
  errorMessage,
  hasRetriesLeft,
  incidentErrorHashCode,
  reachedElement,
  incidentScope,
  processInstanceVariables,
  seenByUserTask,
  tags,
  userTaskState,
};
