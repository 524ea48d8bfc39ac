import { sql } from 'kysely';
import type { SpecialQuery } from '../reading/special-queries.ts';

/** From the root through all callers down to the instance itself. */
export const processInstanceCallHierarchy: SpecialQuery<{ readonly processInstanceKey: string }> = async (
  { processInstanceKey },
  { all },
) => {
  const rows = await all(sql`
    WITH RECURSIVE upwards (process_instance_key, distance) AS (
      SELECT CAST(${BigInt(processInstanceKey)} AS BIGINT), 0
      UNION ALL
      SELECT process_instance.parent_process_instance_key, upwards.distance + 1
      FROM upwards
      JOIN process_instance ON process_instance.process_instance_key = upwards.process_instance_key
      WHERE process_instance.parent_process_instance_key IS NOT NULL
    )
    SELECT CAST(process_instance.process_instance_key AS TEXT), CAST(process_instance.process_definition_key AS TEXT),
      COALESCE(process_instance.process_definition_name, process_instance.process_definition_id)
    FROM upwards
    JOIN process_instance ON process_instance.process_instance_key = upwards.process_instance_key
    ORDER BY upwards.distance DESC`);
  if (rows.length === 0) return undefined;
  return JSON.stringify(
    rows.map(([key, processDefinitionKey, processDefinitionName]) => ({
      processInstanceKey: key,
      processDefinitionKey,
      processDefinitionName,
    })),
  );
};
