import { sql } from 'kysely';
import { elementStatisticsJson } from '../reading/element-statistics.ts';
import type { SpecialQuery } from '../reading/special-queries.ts';

/** Element instances of one process instance, counted by element. */
export const processInstanceElementStatistics: SpecialQuery<{ readonly processInstanceKey: string }> = async (
  { processInstanceKey },
  { all },
) =>
  elementStatisticsJson(
    await all(sql`
      SELECT element_id,
        sum(CASE WHEN state = 'ACTIVE' AND has_incident = 0 THEN 1 ELSE 0 END),
        sum(CASE WHEN state = 'TERMINATED' THEN 1 ELSE 0 END),
        sum(CASE WHEN state = 'ACTIVE' AND has_incident = 1 THEN 1 ELSE 0 END),
        sum(CASE WHEN state = 'COMPLETED' THEN 1 ELSE 0 END)
      FROM element_instance
      WHERE process_instance_key = ${BigInt(processInstanceKey)}
      GROUP BY element_id
      ORDER BY element_id`),
  );
