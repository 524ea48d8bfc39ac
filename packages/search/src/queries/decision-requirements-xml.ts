import { sql } from 'kysely';
import type { SpecialQuery } from '../reading/special-queries.ts';

/** The deployed file of a decision requirements graph. @returns XML, no JSON. */
export const decisionRequirementsXml: SpecialQuery<{ readonly decisionRequirementsKey: string }> = async (
  { decisionRequirementsKey },
  { all },
) => {
  const [row] = await all(sql`
    SELECT dmn_xml FROM decision_requirements
    WHERE decision_requirements_key = ${BigInt(decisionRequirementsKey)}`);
  return row?.[0] as string | undefined;
};
