import { countIn, oneOf, present, sortIn, textIn, timeIn } from '../../app/search-values.ts';

export const decisionInstanceStates = ['EVALUATED', 'FAILED'] as const;

const sortFields = [
  'decisionDefinitionName',
  'decisionEvaluationInstanceKey',
  'decisionDefinitionVersion',
  'businessId',
  'evaluationDate',
  'processInstanceKey',
] as const;
export type DecisionsSortField = (typeof sortFields)[number];

/** The filters of the decisions page as they stand in the URL. */
export interface DecisionsSearch {
  /** Id of the decision. */
  readonly decision?: string;
  /** Only with `decision`; absent = all versions. */
  readonly version?: number;
  readonly state?: (typeof decisionInstanceStates)[number];
  /** Keys of decision instances, or of a whole evaluation, between spaces. */
  readonly keys?: string;
  readonly processInstanceKey?: string;
  /** With `*` and `?` as wildcards. */
  readonly businessId?: string;
  /** As the API writes times; inclusive. */
  readonly from?: string;
  readonly to?: string;
  /** `evaluationDate:desc`, which is the default. */
  readonly sort?: string;
  /** Whether the requirements diagram of the chosen decision is shown. */
  readonly drd?: true;
}

export function decisionsSearch(search: Record<string, unknown>): DecisionsSearch {
  const decision = textIn(search.decision);
  return present({
    decision,
    version: decision === undefined ? undefined : countIn(search.version),
    state: oneOf(decisionInstanceStates, search.state),
    keys: textIn(search.keys),
    processInstanceKey: textIn(search.processInstanceKey),
    businessId: textIn(search.businessId),
    from: timeIn(search.from),
    to: timeIn(search.to),
    sort: sortIn(sortFields, search.sort),
    drd: decision !== undefined && search.drd === true ? true : undefined,
  });
}
