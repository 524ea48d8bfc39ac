import type { AuditLogFilter } from '../../api/gen/api.ts';
import { present } from '../../app/search-values.ts';
import type { OperationsLogSearch } from './operations-log-search.ts';

/** No definition has it: what is asked for by a version that is not there is not there either. */
const NO_KEY = '-1';

/** @param processDefinitionKey of the version in the search; `undefined` = there is none such. */
export function operationsLogFilter(
  search: OperationsLogSearch,
  processDefinitionKey: string | undefined,
): AuditLogFilter {
  const { process, version, processInstanceKey, operation, entity, result, actor, from, to } = search;
  return present({
    processDefinitionId: process,
    processDefinitionKey: version === undefined ? undefined : (processDefinitionKey ?? NO_KEY),
    processInstanceKey: keyOf(processInstanceKey),
    operationType: operation,
    entityType: entity,
    result,
    actorId: actor,
    timestamp: from === undefined && to === undefined ? undefined : present({ $gte: from, $lte: to }),
  });
}

/** Half a key finds nothing, and is no mistake while it is typed. */
function keyOf(text: string | undefined): string | undefined {
  return text === undefined || /^\d{1,19}$/.test(text) ? text : NO_KEY;
}
