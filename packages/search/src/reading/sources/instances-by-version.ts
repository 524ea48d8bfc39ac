import { sql } from 'kysely';
import type { Source } from '../sources.ts';

import { isActive } from './active-instances.ts';

interface Parameters {
  readonly processDefinitionId: string;
  readonly tenantId?: string | null;
}

export const instancesByVersion: Source<Parameters> = ({ processDefinitionId, tenantId }) => sql`
  SELECT process_definition.process_definition_key, process_definition.process_definition_id,
    process_definition.tenant_id, process_definition.version AS process_definition_version,
    process_definition.name AS process_definition_name, counted.with_incident_count, counted.without_incident_count
  FROM process_definition
  JOIN (
    SELECT process_definition_key, sum(has_incident) AS with_incident_count, sum(1 - has_incident) AS without_incident_count
    FROM process_instance
    WHERE is_running = 1 AND ${isActive} AND process_definition_key IN
      (SELECT process_definition_key FROM process_definition WHERE process_definition_id = ${processDefinitionId})
    GROUP BY process_definition_key
  ) AS counted ON counted.process_definition_key = process_definition.process_definition_key
  ${tenantId == null ? sql`` : sql`WHERE process_definition.tenant_id = ${tenantId}`}`;
