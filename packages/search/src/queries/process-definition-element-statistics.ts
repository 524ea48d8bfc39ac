import { type RawBuilder, sql } from 'kysely';
import { processDefinitionStatisticsFilter } from '../entities/process-definition-statistics-filter.ts';
import { filterConditions } from '../reading/conditions.ts';
import { elementStatisticsJson } from '../reading/element-statistics.ts';
import { allOf, type Condition } from '../reading/field-conditions.ts';
import type { SpecialQuery } from '../reading/special-queries.ts';
import type { SearchFilter } from '../search-request.ts';

interface Parameters {
  readonly processDefinitionKey: string;
  readonly filter?: SearchFilter | null;
}

/** Process instances of one definition, counted by the elements they have reached; one that did so often counts once. */
export const processDefinitionElementStatistics: SpecialQuery<Parameters> = async (
  { processDefinitionKey, filter },
  { all, compiler },
) => {
  const key = BigInt(processDefinitionKey);
  const isOfDefinition = sql<boolean>`process_instance.process_definition_key = ${key}`;
  const conditions = filterConditions(processDefinitionStatisticsFilter, filter ?? {}, compiler);
  const reached =
    conditions.length > 0
      ? reachedElements([isOfDefinition, ...conditions])
      : // Those that have ended were counted when they did.
        sql`
          SELECT element_id, 0 AS active, canceled, 0 AS incidents, completed
          FROM ended_element_count WHERE process_definition_key = ${key}
          UNION ALL
          ${reachedElements([isOfDefinition, sql`process_instance.is_running = 1`])}`;
  return elementStatisticsJson(
    await all(sql`
      SELECT element_id, sum(active), sum(canceled), sum(incidents), sum(completed)
      FROM (${reached}) AS reached
      GROUP BY element_id
      HAVING sum(active) + sum(canceled) + sum(incidents) + sum(completed) > 0
      ORDER BY element_id`),
  );
};

/** One row for each element of each instance. */
function reachedElements(conditions: readonly Condition[]): RawBuilder<unknown> {
  return sql`
    SELECT element_instance.element_id AS element_id,
      max(CASE WHEN element_instance.state = 'ACTIVE' AND element_instance.has_incident = 0 THEN 1 ELSE 0 END) AS active,
      max(CASE WHEN element_instance.state = 'TERMINATED' THEN 1 ELSE 0 END) AS canceled,
      max(CASE WHEN element_instance.state = 'ACTIVE' AND element_instance.has_incident = 1 THEN 1 ELSE 0 END) AS incidents,
      max(CASE WHEN element_instance.state = 'COMPLETED' THEN 1 ELSE 0 END) AS completed
    FROM process_instance
    JOIN element_instance ON element_instance.process_instance_key = process_instance.process_instance_key
    WHERE ${allOf(conditions)}
    GROUP BY process_instance.process_instance_key, element_instance.element_id`;
}
