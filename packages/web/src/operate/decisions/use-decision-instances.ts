import { searchDecisionInstances } from '../../api/gen/api.ts';
import { useApiPages } from '../../api/use-api.ts';
import { sortOf } from '../../app/search-values.ts';
import { decisionFilter } from './decision-filter.ts';
import type { DecisionsSearch, DecisionsSortField } from './decisions-search.ts';

export const decisionsSortDefault = 'evaluationDate:desc';
export const decisionInstanceValueTypes = ['DECISION_EVALUATION', 'HISTORY_DELETION'] as const;

export function decisionInstancesQuery(search: DecisionsSearch) {
  const { field, order } = sortOf<DecisionsSortField>(search.sort ?? decisionsSortDefault)!;
  return {
    body: {
      filter: decisionFilter(search),
      // The decisions of an evaluation have one date: they follow each other as they were evaluated.
      sort: [
        { field, order },
        { field: 'decisionEvaluationInstanceKey' as const, order },
      ],
    },
  };
}

export function useDecisionInstances(search: DecisionsSearch) {
  return useApiPages(searchDecisionInstances, decisionInstancesQuery(search), {
    live: { valueTypes: decisionInstanceValueTypes },
  });
}
