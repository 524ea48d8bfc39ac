import type { DecisionInstanceFilter } from '../../api/gen/api.ts';
import { isKey, keyOrNone } from '../../app/entity-key.ts';
import { listedIn, present } from '../../app/search-values.ts';
import type { Selection } from '../../parts/selection.ts';
import type { DecisionsSearch } from './decisions-search.ts';

/** What the search of the API is asked for. */
export function decisionFilter(search: DecisionsSearch): DecisionInstanceFilter {
  const { decision, version, state, keys, processInstanceKey, businessId, from, to } = search;
  return present({
    decisionDefinitionId: decision,
    decisionDefinitionVersion: version,
    state,
    ...keysFilter(listedIn(keys)),
    processInstanceKey: keyOrNone(processInstanceKey),
    businessId: businessId !== undefined && /[*?]/.test(businessId) ? { $like: businessId } : businessId,
    evaluationDate: from === undefined && to === undefined ? undefined : present({ $gte: from, $lte: to }),
  });
}

/** The chosen ones among the results of a search. */
export function selectedFilter(search: DecisionsSearch, { isAll, ids }: Selection): DecisionInstanceFilter {
  const filter = decisionFilter(search);
  const { decisionEvaluationInstanceKey: asked } = filter;
  if (!isAll) return { decisionEvaluationInstanceKey: { $in: [...ids] } };
  if (ids.size === 0) return filter;
  const condition = typeof asked === 'object' ? asked : present({ $eq: asked });
  return { ...filter, decisionEvaluationInstanceKey: { ...condition, $notIn: [...ids] } };
}

function keysFilter(
  keys: readonly string[],
): Pick<DecisionInstanceFilter, 'decisionEvaluationKey' | 'decisionEvaluationInstanceKey'> {
  const [first] = keys;
  if (first === undefined) return {};
  // One without the number of a decision means the whole evaluation.
  if (keys.length === 1 && isKey(first)) return { decisionEvaluationKey: first };
  return { decisionEvaluationInstanceKey: { $in: keys } };
}
