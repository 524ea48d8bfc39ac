import { sql } from 'kysely';
import type { Source } from '../sources.ts';

export const incidentsByError: Source = () => sql`
  SELECT counted.error_message_hash, counted.instance_count,
    (SELECT incident.error_message FROM incident
      WHERE incident.error_message_hash = counted.error_message_hash AND incident.state = 'ACTIVE'
      LIMIT 1) AS error_message
  FROM (
    SELECT error_message_hash, count(DISTINCT process_instance_key) AS instance_count
    FROM incident WHERE state = 'ACTIVE'
    GROUP BY error_message_hash
  ) AS counted`;
