import { sql } from 'kysely';
import type { Predicate } from '../predicates.ts';

/** Of an element instance or a process instance, or of something within it, called instances included. */
export const incidentScope: Predicate = (value) => [
  sql<boolean>`incident.incident_key IN
    (SELECT incident_scope.incident_key FROM incident_scope WHERE incident_scope.scope_key = ${BigInt(value as string)})`,
];
