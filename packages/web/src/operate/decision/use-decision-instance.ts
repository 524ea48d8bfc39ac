import { getDecisionInstance, searchDecisionInstances } from '../../api/gen/api.ts';
import { useApi } from '../../api/use-api.ts';
import { isKey } from '../../app/entity-key.ts';
import { decisionInstanceValueTypes } from '../decisions/use-decision-instances.ts';

/** More decisions than a model may have. */
const DECISIONS_MAX = 1_000;
const live = { valueTypes: decisionInstanceValueTypes };

export function useDecisionInstance(decisionEvaluationInstanceKey: string) {
  // From decision to decision of an evaluation, the page and its diagram stay.
  return useApi(getDecisionInstance, { path: { decisionEvaluationInstanceKey } }, { live, keepsPrevious: true });
}

/** All decisions that were evaluated together with an instance, itself included, in their order. */
export function useEvaluation(decisionEvaluationInstanceKey: string) {
  const decisionEvaluationKey = decisionEvaluationInstanceKey.split('-')[0] ?? '';
  return useApi(
    searchDecisionInstances,
    {
      body: {
        filter: { decisionEvaluationKey },
        sort: [{ field: 'decisionEvaluationInstanceKey' }],
        page: { limit: DECISIONS_MAX },
      },
    },
    { live, enabled: isKey(decisionEvaluationKey) },
  );
}
