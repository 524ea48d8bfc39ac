import type { TableName } from '@waggle/secondary-storage';
import { sql } from 'kysely';
import type { Predicate } from '../predicates.ts';

/** The highest version of a process that is not deleted, per tenant. */
export const isLatestVersion = latestIn('process_definition', 'process_definition_id');
/** The highest version of a decision that is not deleted, per tenant. */
export const isLatestDecisionVersion = latestIn('decision_definition', 'decision_definition_id');

function latestIn(table: TableName, id: string): Predicate {
  const column = (name: string) => sql.ref(`${table}.${name}`);
  const isLatest = sql<boolean>`(${column('state')} <> 'DELETED' AND NOT EXISTS (
    SELECT 1 FROM ${sql.table(table)} newer
    WHERE ${sql.ref(`newer.${id}`)} = ${column(id)} AND newer.tenant_id = ${column('tenant_id')}
      AND newer.version > ${column('version')} AND newer.state <> 'DELETED'))`;
  return (value) => [value === true ? isLatest : sql<boolean>`NOT ${isLatest}`];
}
