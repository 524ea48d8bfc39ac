import { type RawBuilder, sql } from 'kysely';
import { elementInstance } from '../../entities/element-instance.ts';
import type { SearchFilter } from '../../search-request.ts';
import { fieldConditions } from '../field-conditions.ts';
import { hasMatch, type Match } from '../matches.ts';
import type { Predicate } from '../predicates.ts';

const fieldsByMember = {
  elementId: elementInstance.fields.elementId!,
  elementInstanceState: elementInstance.fields.state!,
  hasElementInstanceIncident: elementInstance.fields.hasIncident!,
} as const;
const members = Object.keys(fieldsByMember) as (keyof typeof fieldsByMember)[];

/** The process instance has an element instance for which all the members about one hold. */
export const reachedElement: Predicate = (_value, { name, filter, compiler, ask }) => {
  const given = members.filter((member) => filter[member] !== undefined && filter[member] !== null);
  // The members are one condition: the first of them makes it.
  if (given[0] !== name) return [];
  const match: Match = {
    owner: sql.ref('process_instance.process_instance_key'),
    table: 'element_instance',
    column: 'process_instance_key',
    conditions: given.flatMap((member) =>
      fieldConditions(columnOf(member), fieldsByMember[member], filter[member], compiler),
    ),
    isIndexed: isIndexed(filter),
    isDense: true,
  };
  return [match.isIndexed ? ask(match) : hasMatch(match)];
};

function columnOf(member: keyof typeof fieldsByMember): RawBuilder<unknown> {
  return sql.ref(`element_instance.${fieldsByMember[member].column}`);
}

/** An index leads to where instances are now, and to what has incidents. Others are looked for instance by instance. */
function isIndexed({ elementId, elementInstanceState, hasElementInstanceIncident }: SearchFilter): boolean {
  return hasElementInstanceIncident === true || (typeof elementId === 'string' && elementInstanceState === 'ACTIVE');
}
