import { searchProcessDefinitions } from '../../../api/gen/api.ts';
import { apiQuery } from '../../../api/use-api.ts';
import { addressOf } from '../address-of.ts';
import { FOUND_MAX, type PaletteSource } from '../palette-source.ts';
import { bestMatches } from '../text-match.ts';

/** As many as pages offer for choosing; the question is theirs, so the answer often is there already. */
const DEFINITIONS_MAX = 1_000;

export const findProcesses: PaletteSource = {
  group: 'processes',
  applies: () => true,
  async find({ text, texts, queries }) {
    const { items } = await queries.fetchQuery(
      apiQuery(
        searchProcessDefinitions,
        { body: { filter: { isLatestVersion: true }, page: { limit: DEFINITIONS_MAX } } },
        { live: { valueTypes: ['PROCESS'] } },
      ),
    );
    // One of several tenants' is enough: the page asks which.
    const byId = new Map(items.map((process) => [process.processDefinitionId, process]));
    const found = bestMatches(
      text,
      byId.values(),
      ({ name, processDefinitionId }) => [name ?? undefined, processDefinitionId],
      FOUND_MAX,
    );
    return found.map(({ name, processDefinitionId }) => ({
      id: `process ${processDefinitionId}`,
      kind: texts.palette.kinds.process,
      title: name ?? processDefinitionId,
      detail: processDefinitionId,
      target: { href: addressOf('/operate/processes', { process: processDefinitionId }) },
    }));
  },
};
