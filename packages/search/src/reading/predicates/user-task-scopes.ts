import { type RawBuilder, sql } from 'kysely';
import type { Predicate } from '../predicates.ts';

/** Variables of the scopes of a user task: its element instance and all around it. */
export const seenByUserTask: Predicate = (value) => [
  sql<boolean>`variable.scope_key IN (${scopesOf(value as string)} SELECT scope_key FROM scope)`,
];

/**
 * Of variables with one name only the innermost. `CROSS JOIN` has SQLite begin with the few scopes: left to itself it begins with
 * all variables there are.
 */
export const effectiveInUserTask: Predicate = (value) => [
  sql<boolean>`variable.variable_key IN (
    SELECT visible.variable_key FROM (
      ${scopesOf(value as string)}
      SELECT named.variable_key AS variable_key,
        ROW_NUMBER() OVER (PARTITION BY named.name ORDER BY scope.distance) AS place
      FROM scope CROSS JOIN variable named WHERE named.scope_key = scope.scope_key
    ) AS visible WHERE visible.place = 1)`,
];

/** The scopes of a user task with their distances to it; the process instance is the outermost. */
function scopesOf(userTaskKey: string): RawBuilder<unknown> {
  return sql`WITH RECURSIVE scope (scope_key, distance) AS (
    SELECT task.element_instance_key, 0 FROM user_task task WHERE task.user_task_key = ${BigInt(userTaskKey)}
    UNION ALL
    SELECT inner_element.scope_key, scope.distance + 1
    FROM scope JOIN element_instance inner_element ON inner_element.element_instance_key = scope.scope_key)`;
}
