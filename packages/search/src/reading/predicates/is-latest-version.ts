import { sql } from 'kysely';
import type { Predicate } from '../predicates.ts';

/** The highest version of a process that is not deleted, per tenant. */
export const isLatestVersion: Predicate = (value) => {
  const isLatest = sql<boolean>`process_definition.state <> 'DELETED' AND NOT EXISTS (
    SELECT 1 FROM process_definition newer
    WHERE newer.process_definition_id = process_definition.process_definition_id
      AND newer.tenant_id = process_definition.tenant_id
      AND newer.version > process_definition.version AND newer.state <> 'DELETED')`;
  return [value === true ? isLatest : sql<boolean>`NOT (${isLatest})`];
};
