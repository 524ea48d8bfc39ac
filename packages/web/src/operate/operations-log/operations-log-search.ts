import { countIn, oneOf, present, sortIn, textIn, timeIn } from '../../app/search-values.ts';

export const operationTypes = [
  'ASSIGN',
  'CANCEL',
  'COMPLETE',
  'CREATE',
  'DELETE',
  'EVALUATE',
  'MIGRATE',
  'MODIFY',
  'RESOLVE',
  'RESUME',
  'SUSPEND',
  'UNASSIGN',
  'UPDATE',
] as const;

/** What a server without authentication can log; the others come with it. */
export const entityTypes = [
  'BATCH',
  'DECISION',
  'INCIDENT',
  'JOB',
  'PROCESS_INSTANCE',
  'RESOURCE',
  'USER_TASK',
  'VARIABLE',
] as const;

export const operationResults = ['SUCCESS', 'FAIL'] as const;

const sortFields = ['operationType', 'entityType', 'entityKey', 'actorId', 'timestamp'] as const;
export type OperationsLogSortField = (typeof sortFields)[number];

/** The filters of the operations log as they stand in the URL. */
export interface OperationsLogSearch {
  readonly process?: string;
  readonly version?: number;
  readonly processInstanceKey?: string;
  readonly operation?: (typeof operationTypes)[number];
  readonly entity?: (typeof entityTypes)[number];
  readonly result?: (typeof operationResults)[number];
  readonly actor?: string;
  /** As the API writes times; inclusive. */
  readonly from?: string;
  readonly to?: string;
  /** `timestamp:desc`, which is the default. */
  readonly sort?: string;
  /** Key of the entry that is shown in full. */
  readonly entry?: string;
}

export function operationsLogSearch(search: Record<string, unknown>): OperationsLogSearch {
  const process = textIn(search.process);
  return present({
    process,
    version: process === undefined ? undefined : countIn(search.version),
    processInstanceKey: textIn(search.processInstanceKey),
    operation: oneOf(operationTypes, search.operation),
    entity: oneOf(entityTypes, search.entity),
    result: oneOf(operationResults, search.result),
    actor: textIn(search.actor),
    from: timeIn(search.from),
    to: timeIn(search.to),
    sort: sortIn(sortFields, search.sort),
    entry: textIn(search.entry),
  });
}
