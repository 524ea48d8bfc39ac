import { getDecisionDefinitionXML, searchDecisionDefinitions } from '../../api/gen/api.ts';
import { useApi } from '../../api/use-api.ts';

/** As many as a person finds something in. */
const DECISIONS_MAX = 1_000;
const live = { valueTypes: ['DECISION', 'DECISION_REQUIREMENTS', 'HISTORY_DELETION'] } as const;

/** All decisions by name, each with its newest version. */
export function useLatestDecisions() {
  return useApi(
    searchDecisionDefinitions,
    { body: { filter: { isLatestVersion: true }, sort: [{ field: 'name' }], page: { limit: DECISIONS_MAX } } },
    { live },
  );
}

/** The versions of a decision, the newest first. */
export function useDecisionVersions(decisionDefinitionId: string | undefined) {
  return useApi(
    searchDecisionDefinitions,
    {
      body: {
        filter: { decisionDefinitionId: decisionDefinitionId ?? '' },
        sort: [{ field: 'version', order: 'DESC' }],
        page: { limit: DECISIONS_MAX },
      },
    },
    { live, enabled: decisionDefinitionId !== undefined },
  );
}

/** All decisions of a model. */
export function useDecisionsOfModel(decisionRequirementsKey: string, isEnabled: boolean) {
  return useApi(
    searchDecisionDefinitions,
    { body: { filter: { decisionRequirementsKey }, sort: [{ field: 'name' }], page: { limit: DECISIONS_MAX } } },
    { live, enabled: isEnabled },
  );
}

/** The model that a decision is part of. It never changes. */
export function useDecisionXml(
  decisionDefinitionKey: string | undefined,
  { keepsPrevious = false }: { readonly keepsPrevious?: boolean } = {},
) {
  return useApi(
    getDecisionDefinitionXML,
    { path: { decisionDefinitionKey: decisionDefinitionKey ?? '' } },
    { enabled: decisionDefinitionKey !== undefined, staleTimeMs: Number.POSITIVE_INFINITY, keepsPrevious },
  );
}
