import { type RawBuilder, sql } from 'kysely';
import { elementInstance } from '../../entities/element-instance.ts';
import type { SearchFilter } from '../../search-request.ts';
import { allOf, type Condition, fieldConditions } from '../field-conditions.ts';
import type { Predicate } from '../predicates.ts';

const fieldsByMember = {
  elementId: elementInstance.fields.elementId!,
  elementInstanceState: elementInstance.fields.state!,
  hasElementInstanceIncident: elementInstance.fields.hasIncident!,
} as const;
const members = Object.keys(fieldsByMember) as (keyof typeof fieldsByMember)[];

/** The process instance has an element instance for which all the members about one hold. */
export const reachedElement: Predicate = (_value, { name, filter, compiler }) => {
  const given = members.filter((member) => filter[member] !== undefined && filter[member] !== null);
  // The members are one condition: the first of them makes it.
  if (given[0] !== name) return [];
  const conditions = given.flatMap((member) =>
    fieldConditions(columnOf(member), fieldsByMember[member], filter[member], compiler),
  );
  if (isFew(filter)) {
    return [
      sql`process_instance.process_instance_key IN
        (SELECT reached.process_instance_key FROM element_instance reached WHERE ${allOf(conditions)})`,
    ];
  }
  const isWithin: Condition = sql`reached.process_instance_key = process_instance.process_instance_key`;
  return [sql`EXISTS (SELECT 1 FROM element_instance reached WHERE ${allOf([isWithin, ...conditions])})`];
};

function columnOf(member: keyof typeof fieldsByMember): RawBuilder<unknown> {
  return sql.ref(`reached.${fieldsByMember[member].column}`);
}

/** An index leads to them: where instances are now, and what has incidents. Others are looked for instance by instance. */
function isFew({ elementId, elementInstanceState, hasElementInstanceIncident }: SearchFilter): boolean {
  return hasElementInstanceIncident === true || (typeof elementId === 'string' && elementInstanceState === 'ACTIVE');
}
