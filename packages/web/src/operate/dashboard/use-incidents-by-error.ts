import { getProcessInstanceStatisticsByError } from '../../api/gen/api.ts';
import { useApi } from '../../api/use-api.ts';

/** Nobody reads further; what is rarer is found by the filters. */
const ERRORS_MAX = 100;

/** Open incidents by message, the most frequent first. */
export function useIncidentsByError() {
  return useApi(
    getProcessInstanceStatisticsByError,
    { body: { sort: [{ field: 'activeInstancesWithErrorCount', order: 'DESC' }], page: { limit: ERRORS_MAX } } },
    { live: { valueTypes: ['INCIDENT', 'PROCESS_INSTANCE'] } },
  );
}
