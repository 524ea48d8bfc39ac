import type { AuditLogFilter } from '../../api/gen/api.ts';
import { keyOrNone, NO_KEY } from '../../app/entity-key.ts';
import { present } from '../../app/search-values.ts';
import type { OperationsLogSearch } from './operations-log-search.ts';

/** @param processDefinitionKey of the version in the search; `undefined` = there is none such. */
export function operationsLogFilter(
  search: OperationsLogSearch,
  processDefinitionKey: string | undefined,
): AuditLogFilter {
  const { process, version, processInstanceKey, operation, entity, result, actor, from, to } = search;
  return present({
    processDefinitionId: process,
    // What is asked for by a version that is not there is not there either.
    processDefinitionKey: version === undefined ? undefined : (processDefinitionKey ?? NO_KEY),
    processInstanceKey: keyOrNone(processInstanceKey),
    operationType: operation,
    entityType: entity,
    result,
    actorId: actor,
    timestamp: from === undefined && to === undefined ? undefined : present({ $gte: from, $lte: to }),
  });
}
