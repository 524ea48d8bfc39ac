import { sql } from 'kysely';
import { allOf, fieldConditions } from '../field-conditions.ts';
import { manyValuedConditions } from '../many-valued.ts';
import type { Predicate } from '../predicates.ts';
import { isOnlyOpen } from './user-task-state.ts';

const nameField = { type: 'text' } as const;

export const candidateGroup = candidates('GROUP');
export const candidateUser = candidates('USER');

/** Some candidate of a user task fits. */
function candidates(kind: string): Predicate {
  const name = sql.ref('user_task_candidate.name');
  return (value, { compiler, filter }) =>
    manyValuedConditions(value, (operators = {}) => {
      const conditions = [
        sql<boolean>`user_task_candidate.kind = ${kind}`,
        ...(isOnlyOpen(filter.state) ? [sql<boolean>`user_task_candidate.is_open = 1`] : []),
        ...fieldConditions(name, nameField, operators, compiler),
      ];
      return sql<boolean>`user_task.user_task_key IN (
        SELECT user_task_candidate.user_task_key FROM user_task_candidate WHERE ${allOf(conditions)})`;
    });
}
