import { sql } from 'kysely';
import type { Source } from '../sources.ts';

export const instancesByProcess: Source = () => sql`
  SELECT counted.process_definition_id || ' ' || counted.tenant_id AS statistics_key,
    counted.process_definition_id, counted.tenant_id, counted.has_multiple_versions,
    counted.with_incident_count, counted.without_incident_count,
    (SELECT process_definition.name FROM process_definition
      WHERE process_definition.process_definition_id = counted.process_definition_id
        AND process_definition.tenant_id = counted.tenant_id
      ORDER BY process_definition.version DESC LIMIT 1) AS latest_name
  FROM (
    SELECT process_definition_id, tenant_id,
      CASE WHEN min(process_definition_version) < max(process_definition_version) THEN 1 ELSE 0 END AS has_multiple_versions,
      sum(has_incident) AS with_incident_count, sum(1 - has_incident) AS without_incident_count
    FROM process_instance WHERE state = 'ACTIVE'
    GROUP BY process_definition_id, tenant_id
  ) AS counted`;
