import { oneOf, present, sortIn } from '../../app/search-values.ts';

export const batchItemStates = ['ACTIVE', 'COMPLETED', 'FAILED', 'CANCELED'] as const;

const sortFields = ['itemKey', 'processInstanceKey', 'state', 'processedDate'] as const;
export type BatchItemSortField = (typeof sortFields)[number];

/** Which items of a batch operation are looked at. */
export interface BatchOperationSearch {
  readonly state?: (typeof batchItemStates)[number];
  /** `state:desc`; by default failed ones come before completed ones. */
  readonly sort?: string;
}

export function batchOperationSearch(search: Record<string, unknown>): BatchOperationSearch {
  return present({ state: oneOf(batchItemStates, search.state), sort: sortIn(sortFields, search.sort) });
}
