import { searchDecisionDefinitions } from '../../../api/gen/api.ts';
import { apiQuery } from '../../../api/use-api.ts';
import { addressOf } from '../address-of.ts';
import { FOUND_MAX, type PaletteSource } from '../palette-source.ts';
import { bestMatches } from '../text-match.ts';

/** Of the newest versions; a server with more has one search by name for them. */
const DEFINITIONS_MAX = 1_000;

export const findDecisions: PaletteSource = {
  group: 'decisions',
  applies: () => true,
  async find({ text, texts, queries }) {
    const { items } = await queries.fetchQuery(
      apiQuery(
        searchDecisionDefinitions,
        { body: { filter: { isLatestVersion: true }, page: { limit: DEFINITIONS_MAX } } },
        { live: { valueTypes: ['DECISION'] } },
      ),
    );
    const byId = new Map(items.map((decision) => [decision.decisionDefinitionId, decision]));
    const found = bestMatches(
      text,
      byId.values(),
      ({ name, decisionDefinitionId }) => [name, decisionDefinitionId],
      FOUND_MAX,
    );
    return found.map(({ name, decisionDefinitionId }) => ({
      id: `decision ${decisionDefinitionId}`,
      kind: texts.palette.kinds.decision,
      title: name,
      detail: decisionDefinitionId,
      target: { href: addressOf('/operate/decisions', { decision: decisionDefinitionId }) },
    }));
  },
};
