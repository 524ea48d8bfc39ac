import { sql } from 'kysely';
import { allOf, fieldConditions } from '../field-conditions.ts';
import { manyValuedConditions } from '../many-valued.ts';
import type { Predicate, PredicateContext } from '../predicates.ts';

/** Some active incident of the process instance has a message that fits. */
export const errorMessage: Predicate = (value, context) =>
  activeIncidentConditions('incident.error_message', 'text', value, context);

/** The same for the number that names the message. */
export const incidentErrorHashCode: Predicate = (value, context) =>
  activeIncidentConditions('incident.error_message_hash', 'integer', value, context);

function activeIncidentConditions(
  column: string,
  type: 'text' | 'integer',
  value: unknown,
  { compiler }: PredicateContext,
) {
  return manyValuedConditions(value, (operators = {}) => {
    const conditions = [
      sql<boolean>`incident.state = 'ACTIVE'`,
      ...fieldConditions(sql.ref(column), { type }, operators, compiler),
    ];
    return sql<boolean>`process_instance.process_instance_key IN
      (SELECT incident.process_instance_key FROM incident WHERE ${allOf(conditions)})`;
  });
}
