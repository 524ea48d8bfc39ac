import { oneOf, present, sortIn } from '../../app/search-values.ts';

export const batchOperationTypes = [
  'CANCEL_PROCESS_INSTANCE',
  'RESOLVE_INCIDENT',
  'MIGRATE_PROCESS_INSTANCE',
  'MODIFY_PROCESS_INSTANCE',
  'SUSPEND_PROCESS_INSTANCE',
  'RESUME_PROCESS_INSTANCE',
  'DELETE_PROCESS_INSTANCE',
  'DELETE_DECISION_INSTANCE',
  'DELETE_PROCESS_DEFINITION',
  'DELETE_DECISION_DEFINITION',
  'UPDATE_JOB',
  'ADD_VARIABLE',
  'UPDATE_VARIABLE',
] as const;
export type BatchOperationType = (typeof batchOperationTypes)[number];

export const batchOperationStates = [
  'CREATED',
  'ACTIVE',
  'SUSPENDED',
  'PARTIALLY_COMPLETED',
  'COMPLETED',
  'FAILED',
  'CANCELED',
] as const;
export type BatchOperationState = (typeof batchOperationStates)[number];

const sortFields = ['batchOperationKey', 'state', 'operationType', 'startDate', 'endDate', 'actorId'] as const;
export type BatchOperationSortField = (typeof sortFields)[number];

/** The filters of the list of batch operations as they stand in the URL. */
export interface BatchOperationsSearch {
  readonly type?: BatchOperationType;
  readonly state?: BatchOperationState;
  /** `startDate:desc`, which is the default. */
  readonly sort?: string;
}

export function batchOperationsSearch(search: Record<string, unknown>): BatchOperationsSearch {
  return present({
    type: oneOf(batchOperationTypes, search.type),
    state: oneOf(batchOperationStates, search.state),
    sort: sortIn(sortFields, search.sort),
  });
}
