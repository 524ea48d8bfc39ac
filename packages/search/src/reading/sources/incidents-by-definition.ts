import { sql } from 'kysely';
import type { Source } from '../sources.ts';

/** @param errorHashCode names the error message. */
export const incidentsByDefinition: Source<{ readonly errorHashCode: number }> = ({ errorHashCode }) => sql`
  SELECT counted.process_definition_key, counted.process_definition_id, counted.tenant_id, counted.instance_count,
    COALESCE(process_definition.name, counted.process_definition_id) AS process_definition_name,
    COALESCE(process_definition.version, 1) AS process_definition_version
  FROM (
    SELECT process_definition_key, process_definition_id, tenant_id, count(DISTINCT process_instance_key) AS instance_count
    FROM incident WHERE state = 'ACTIVE' AND error_message_hash = ${errorHashCode}
    GROUP BY process_definition_key, process_definition_id, tenant_id
  ) AS counted
  LEFT JOIN process_definition ON process_definition.process_definition_key = counted.process_definition_key`;
