import { type ProcessInstanceSearchQuery, searchProcessInstances } from '../../api/gen/api.ts';
import { useApiPages } from '../../api/use-api.ts';

export function useProcessInstances(query: Pick<ProcessInstanceSearchQuery, 'filter' | 'sort'>) {
  return useApiPages(
    searchProcessInstances,
    { body: query },
    { live: { valueTypes: ['PROCESS_INSTANCE', 'INCIDENT'] } },
  );
}
