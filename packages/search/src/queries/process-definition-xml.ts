import { sql } from 'kysely';
import type { SpecialQuery } from '../reading/special-queries.ts';

/** @returns the deployed file as it is, no JSON. */
export const processDefinitionXml: SpecialQuery<{ readonly processDefinitionKey: string }> = async (
  { processDefinitionKey },
  { all },
) => {
  const [row] = await all(
    sql`SELECT bpmn_xml FROM process_definition WHERE process_definition_key = ${BigInt(processDefinitionKey)}`,
  );
  return row?.[0] as string | undefined;
};
