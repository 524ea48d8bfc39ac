import { sql } from 'kysely';
import type { Source } from '../sources.ts';

interface Parameters {
  readonly processDefinitionId: string;
  readonly tenantId?: string | null;
}

export const instancesByVersion: Source<Parameters> = ({ processDefinitionId, tenantId }) => sql`
  SELECT process_definition_key, process_definition_id, tenant_id, process_definition_version,
    max(process_definition_name) AS process_definition_name,
    sum(has_incident) AS with_incident_count, sum(1 - has_incident) AS without_incident_count
  FROM process_instance
  WHERE process_definition_id = ${processDefinitionId} AND state = 'ACTIVE'
    ${tenantId == null ? sql`` : sql`AND tenant_id = ${tenantId}`}
  GROUP BY process_definition_key, process_definition_id, tenant_id, process_definition_version`;
