import { sql } from 'kysely';
import { waitStates } from '../reading/sources/wait-states.ts';
import type { SpecialQuery } from '../reading/special-queries.ts';

/** How many element instances of one process instance wait, by element. */
export const processInstanceWaitStateStatistics: SpecialQuery<{ readonly processInstanceKey: string }> = async (
  { processInstanceKey },
  { all, compiler },
) => {
  const rows = await all(sql`
    SELECT element_id, count(*) FROM (${waitStates({}, compiler)}) AS waiting
    WHERE process_instance_key = ${BigInt(processInstanceKey)}
    GROUP BY element_id
    ORDER BY element_id`);
  return JSON.stringify({
    items: rows.map(([elementId, count]) => ({ elementId, waitingCount: Number(count) })),
  });
};
