import { sql } from 'kysely';
import type { Source } from '../sources.ts';

import { isActive } from './active-instances.ts';

export const instancesByProcess: Source = () => sql`
  SELECT process_definition.process_definition_id || ' ' || process_definition.tenant_id AS statistics_key,
    process_definition.process_definition_id, process_definition.tenant_id,
    CASE WHEN count(*) > 1 THEN 1 ELSE 0 END AS has_multiple_versions,
    sum(counted.with_incident_count) AS with_incident_count,
    sum(counted.without_incident_count) AS without_incident_count,
    (SELECT latest.name FROM process_definition latest
      WHERE latest.process_definition_id = process_definition.process_definition_id
        AND latest.tenant_id = process_definition.tenant_id
      ORDER BY latest.version DESC LIMIT 1) AS latest_name
  FROM (
    SELECT process_definition_key, sum(has_incident) AS with_incident_count, sum(1 - has_incident) AS without_incident_count
    FROM process_instance WHERE is_running = 1 AND ${isActive}
    GROUP BY process_definition_key
  ) AS counted
  JOIN process_definition ON process_definition.process_definition_key = counted.process_definition_key
  GROUP BY process_definition.process_definition_id, process_definition.tenant_id`;
