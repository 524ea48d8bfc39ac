import { sql } from 'kysely';
import type { SpecialQuery } from '../reading/special-queries.ts';

/** The file that a decision was deployed with. @returns XML, no JSON. */
export const decisionDefinitionXml: SpecialQuery<{ readonly decisionDefinitionKey: string }> = async (
  { decisionDefinitionKey },
  { all },
) => {
  const [row] = await all(sql`
    SELECT requirements.dmn_xml FROM decision_definition definition
    JOIN decision_requirements requirements
      ON requirements.decision_requirements_key = definition.decision_requirements_key
    WHERE definition.decision_definition_key = ${BigInt(decisionDefinitionKey)}`);
  return row?.[0] as string | undefined;
};
