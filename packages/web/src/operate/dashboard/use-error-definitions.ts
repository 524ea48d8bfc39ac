import { getProcessInstanceStatisticsByDefinition } from '../../api/gen/api.ts';
import { useApi } from '../../api/use-api.ts';

const DEFINITIONS_MAX = 100;

/** Where incidents of one message are, by version of a process. */
export function useErrorDefinitions(errorHashCode: number) {
  return useApi(
    getProcessInstanceStatisticsByDefinition,
    { body: { filter: { errorHashCode }, page: { limit: DEFINITIONS_MAX } } },
    { live: { valueTypes: ['INCIDENT', 'PROCESS_INSTANCE'] } },
  );
}
