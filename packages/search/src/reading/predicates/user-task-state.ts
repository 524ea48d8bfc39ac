import { sql } from 'kysely';
import { userTaskStates } from '../../entities/user-task-states.ts';
import type { Operators } from '../../search-request.ts';
import { type Condition, fieldConditions } from '../field-conditions.ts';
import type { Predicate } from '../predicates.ts';

const column = sql.ref('user_task.state');
const stateField = { type: 'enum' } as const;
const ended: ReadonlySet<unknown> = new Set(['COMPLETED', 'CANCELED']);

/**
 * The task is in a state that fits. What follows from it for the end is said as well: databases find open tasks and ended ones
 * by indices of their own.
 */
export const userTaskState: Predicate = (value, { compiler }) => [
  ...endConditions(value),
  ...fieldConditions(column, stateField, value, compiler),
];

/** Whether a condition on the state lets only tasks pass that have not ended. */
export function isOnlyOpen(state: unknown): boolean {
  return statesOf(state).every((each) => !ended.has(each));
}

function endConditions(value: unknown): Condition[] {
  if (isOnlyOpen(value)) return [sql<boolean>`user_task.completion_date IS NULL`];
  return statesOf(value).every((state) => ended.has(state))
    ? [sql<boolean>`user_task.completion_date IS NOT NULL`]
    : [];
}

/** The states that may fit. */
function statesOf(value: unknown): readonly unknown[] {
  const { $eq, $in } = typeof value === 'object' && value !== null ? (value as Operators) : { $eq: value };
  return $in ?? ($eq === undefined || $eq === null ? userTaskStates : [$eq]);
}
