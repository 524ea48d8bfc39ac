import { sql } from 'kysely';
import type { Predicate } from '../predicates.ts';

/** Directly within an element instance or a process instance. The index leads from an instance to what is in its scopes. */
export const elementInstanceScope: Predicate = (value) => {
  const key = BigInt(value as string);
  return [
    sql<boolean>`element_instance.process_instance_key = COALESCE(
      (SELECT scope.process_instance_key FROM element_instance scope WHERE scope.element_instance_key = ${key}),
      CAST(${key} AS BIGINT))`,
    sql<boolean>`element_instance.scope_key = ${key}`,
  ];
};
